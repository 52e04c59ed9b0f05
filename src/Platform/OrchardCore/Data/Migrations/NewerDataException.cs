namespace PropertySuite.Platform.Data.Migrations;

/// <summary>The tenant's database was written by a newer version of the program; the message says so to the person at the console.</summary>
internal sealed class NewerDataException(string message) : InvalidOperationException(message);
