namespace PropertySuite.Community.Contracts;

/// <summary>Personal data as someone sees it who has no need to know it (REG-16).</summary>
public static class Masked
{
    /// <summary>Keeps the last two digits, so that a caller can still be recognised: <c>600 000 344</c> becomes <c>••• ••• •44</c>.</summary>
    public static string Phone(string? phone)
    {
        if (string.IsNullOrWhiteSpace(phone)) return "";
        var digits = phone.Count(char.IsDigit);
        var seen = 0;
        return string.Concat(phone.Select(c => !char.IsDigit(c) ? c : ++seen > digits - 2 ? c : '•'));
    }

    /// <summary>Keeps the first letter and the host: <c>e•••@demo.invalid</c>.</summary>
    public static string Email(string? email)
    {
        if (string.IsNullOrWhiteSpace(email)) return "";
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? "•••" : $"{email[0]}•••{email[at..]}";
    }
}
