namespace PropertySuite.Core.Imports;

/// <summary>Reads the sheets of a file, whatever its name says it is.</summary>
public static class SheetFile
{
    /// <exception cref="RefusedException">The file cannot be read, with the place where that is known.</exception>
    public static IReadOnlyList<Sheet> Read(byte[] file, string fileName)
    {
        if (file.Length == 0) throw ImportRefusals.Empty.With();
        if (file.Length > ImportLimits.FileBytes) throw ImportRefusals.TooLarge.With(ImportLimits.FileBytes / 1024 / 1024);
        if (file.AsSpan().StartsWith("PK"u8)) return Workbook.Read(file);
        // Compound files: Excel before 2007, and newer ones under a password.
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) throw ImportRefusals.OldExcel.With();
        if (file.AsSpan().StartsWith("%PDF"u8) || Path.GetExtension(fileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)) throw ImportRefusals.NotASheet.With();
        return [DelimitedText.Read(file, fileName)];
    }
}
