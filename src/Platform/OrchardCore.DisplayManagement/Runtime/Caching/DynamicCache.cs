#nullable enable
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Theming;
using OrchardCore.DynamicCache;
using OrchardCore.Environment.Cache;

namespace PropertySuite.Platform.Display.Caching;

/// <summary>
/// Outputs by id and circumstances. Every output varies by language, theme, host and path base, asked for or not, since links
/// and words in it do; by the rest only as its context says. A context that nobody can answer keeps it out.
/// </summary>
internal sealed class DynamicCache(
    CacheStore store, TagCache tags, IEnumerable<ICacheContextProvider> providers, IThemeManager themes, IHttpContextAccessor http, TimeProvider time) : IDynamicCacheService
{
    // The original's own default.
    private static readonly TimeSpan UsualWindow = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);
    private string? _frame;

    public async Task<string?> GetCachedValueAsync(CacheContext context)
    {
        if (await KeyAsync(context.CacheId, context.Contexts) is not { } asked)
            return null;
        if (store.Read<CachedNature>(asked) is not { } nature)
            return null;
        if (await KeyAsync(context.CacheId, nature.Contexts) is not { } key || store.Read<CachedText>(key) is not { } found)
            return null;

        var now = time.GetUtcNow();
        if (found.Until <= now || (found.Window is { } window && new DateTimeOffset(Interlocked.Read(ref found.LastShown), TimeSpan.Zero) + window <= now) || !tags.AreUntouchedSince(found.Moment, found.Tags))
        {
            store.Remove(key);
            return null;
        }

        Interlocked.Exchange(ref found.LastShown, now.UtcTicks);
        // Whatever holds it varies by the same, and goes stale with it.
        context.AddContext(nature.Contexts).AddTag(found.Tags);
        if (found.Until is { } until)
            context.WithExpiryOn(until);
        return found.Text;
    }

    public Task SetCachedValueAsync(CacheContext context, string value) => SetAsync(context, [.. context.Contexts], value, tags.Moment);

    /// <param name="asked">The contexts before the output was rendered.</param>
    /// <param name="moment">When its rendering began.</param>
    public async Task SetAsync(CacheContext context, string[] asked, string value, long moment)
    {
        if (await KeyAsync(context.CacheId, asked) is not { } first || await KeyAsync(context.CacheId, context.Contexts) is not { } key)
            return;

        var now = time.GetUtcNow();
        var until = Earlier(context.ExpiresOn, context.ExpiresAfter is { } after ? now + after : null);
        var window = context.ExpiresSliding ?? (until is null ? UsualWindow : null);
        string[] tagged = [.. context.Tags];
        store.Write(first, new CachedNature([.. context.Contexts]));
        store.Write(key, new CachedText(value, moment, tagged, until, window) { LastShown = now.UtcTicks }, () => tags.Forget(key, tagged));
        await tags.TagAsync(key, tagged);
    }

    public Task TagRemovedAsync(string tag, IEnumerable<string> keys) => store.TagRemovedAsync(tag, keys);

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    /// <summary>Null when one of the contexts has no answer.</summary>
    private async Task<string?> KeyAsync(string cacheId, IEnumerable<string> contexts)
    {
        var key = new StringBuilder();
        Append(key, cacheId);
        key.Append(_frame ??= await FrameAsync());
        foreach (var context in contexts.Order(StringComparer.Ordinal))
        {
            if (await ValueAsync(context) is not { } value)
                return null;
            Append(key, context);
            key.Append(value);
        }

        return key.ToString();
    }

    private async Task<string> FrameAsync()
    {
        var frame = new StringBuilder();
        var request = http.HttpContext?.Request;
        Append(frame, CultureInfo.CurrentUICulture.Name);
        Append(frame, CultureInfo.CurrentCulture.Name);
        Append(frame, (await themes.GetThemeAsync())?.Id);
        Append(frame, request?.Scheme);
        Append(frame, request?.Host.Value);
        Append(frame, request?.PathBase.Value);
        return frame.ToString();
    }

    private async Task<string?> ValueAsync(string context)
    {
        if (_values.TryGetValue(context, out var known))
            return known;

        var entries = new List<CacheContextEntry>();
        foreach (var provider in providers)
            await provider.PopulateContextEntriesAsync([context], entries);

        var value = new StringBuilder();
        foreach (var entry in entries)
        {
            Append(value, entry.Key);
            Append(value, entry.Value);
        }

        return _values[context] = entries.Count == 0 ? null : value.ToString();
    }

    // With its length before it, so that no value can look like two.
    private static void Append(StringBuilder key, string? text) =>
        key.Append(CultureInfo.InvariantCulture, $"{text?.Length ?? -1}:{text}|");
}
