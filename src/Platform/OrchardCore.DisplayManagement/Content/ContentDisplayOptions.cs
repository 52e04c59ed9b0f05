#nullable enable
namespace PropertySuite.Platform.Display.Content;

/// <summary>Which drivers a part or a field type has.</summary>
internal sealed class ContentDisplayOptions
{
    public Dictionary<Type, List<DriverChoice>> Parts { get; } = [];

    public Dictionary<Type, List<DriverChoice>> Fields { get; } = [];

    public static void ForDisplay(Dictionary<Type, List<DriverChoice>> drivers, Type owner, Type driver, Func<string?, bool> predicate) =>
        Choice(drivers, owner, driver).DisplayMode = predicate;

    public static void ForEditor(Dictionary<Type, List<DriverChoice>> drivers, Type owner, Type driver, Func<string?, bool> predicate) =>
        Choice(drivers, owner, driver).Editor = predicate;

    public static void Remove(Dictionary<Type, List<DriverChoice>> drivers, Type owner, Type driver)
    {
        if (drivers.TryGetValue(owner, out var choices))
            choices.RemoveAll(c => c.Driver == driver);
    }

    private static DriverChoice Choice(Dictionary<Type, List<DriverChoice>> drivers, Type owner, Type driver)
    {
        if (!drivers.TryGetValue(owner, out var choices))
            drivers[owner] = choices = [];

        var choice = choices.Find(c => c.Driver == driver);
        if (choice is null)
            choices.Add(choice = new DriverChoice(driver));

        return choice;
    }
}

/// <summary>A driver and when it is asked.</summary>
internal sealed class DriverChoice(Type driver)
{
    public Type Driver { get; } = driver;

    public Func<string?, bool> DisplayMode { get; set; } = static _ => false;

    public Func<string?, bool> Editor { get; set; } = static _ => false;
}
