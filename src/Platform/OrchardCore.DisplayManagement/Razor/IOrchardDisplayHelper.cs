namespace OrchardCore.DisplayManagement.Razor;

/// <summary><c>@Orchard</c> in views.</summary>
public interface IOrchardDisplayHelper : IOrchardHelper
{
    IDisplayHelper DisplayHelper { get; }
}
