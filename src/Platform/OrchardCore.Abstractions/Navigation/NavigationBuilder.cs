using Microsoft.Extensions.Localization;

namespace OrchardCore.Navigation;

/// <summary>Collects the entries of a menu, or of one level of it.</summary>
public class NavigationBuilder
{
    private readonly List<MenuItem> _items = [];

    public async Task<NavigationBuilder> AddAsync(
        LocalizedString caption, string? position, Func<NavigationItemBuilder, Task> itemBuilder, IEnumerable<string>? classes = null, int priority = 0)
    {
        var builder = Start(caption, position, classes, priority);
        await itemBuilder(builder);
        _items.AddRange(builder.Build());
        return this;
    }

    public NavigationBuilder Add(
        LocalizedString caption, string? position, Action<NavigationItemBuilder> itemBuilder, IEnumerable<string>? classes = null, int priority = 0)
    {
        var builder = Start(caption, position, classes, priority);
        itemBuilder(builder);
        _items.AddRange(builder.Build());
        return this;
    }

    public Task<NavigationBuilder> AddAsync(LocalizedString caption, Func<NavigationItemBuilder, Task> itemBuilder, IEnumerable<string>? classes = null)
        => AddAsync(caption, null, itemBuilder, classes);

    public Task<NavigationBuilder> AddAsync(Func<NavigationItemBuilder, Task> itemBuilder, IEnumerable<string>? classes = null)
        => AddAsync(new LocalizedString(string.Empty, string.Empty), null, itemBuilder, classes);

    public NavigationBuilder Add(LocalizedString caption, Action<NavigationItemBuilder> itemBuilder, IEnumerable<string>? classes = null)
        => Add(caption, null, itemBuilder, classes);

    public NavigationBuilder Add(Action<NavigationItemBuilder> itemBuilder, IEnumerable<string>? classes = null)
        => Add(new LocalizedString(string.Empty, string.Empty), null, itemBuilder, classes);

    public NavigationBuilder Add(LocalizedString caption, string? position, IEnumerable<string>? classes = null)
        => Add(caption, position, _ => { }, classes);

    public NavigationBuilder Add(LocalizedString caption, IEnumerable<string>? classes = null)
        => Add(caption, null, _ => { }, classes);

    public NavigationBuilder Remove(MenuItem item)
    {
        _items.Remove(item);
        return this;
    }

    public NavigationBuilder Remove(Predicate<MenuItem> match)
    {
        _items.RemoveAll(match);
        return this;
    }

    public virtual List<MenuItem> Build() => [.. _items];

    private static NavigationItemBuilder Start(LocalizedString caption, string? position, IEnumerable<string>? classes, int priority)
    {
        var builder = new NavigationItemBuilder();
        builder.Caption(caption).Priority(priority);
        if (position is not null)
        {
            builder.Position(position);
        }

        foreach (var name in classes ?? [])
        {
            builder.AddClass(name);
        }

        return builder;
    }
}
