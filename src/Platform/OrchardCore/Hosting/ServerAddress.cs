namespace PropertySuite.Platform.Hosting;

/// <summary>Where this server answers, as it was started; null while it does not listen. Work without a request writes links with it.</summary>
internal sealed class ServerAddress
{
    public Uri? Uri { get; set; }
}
