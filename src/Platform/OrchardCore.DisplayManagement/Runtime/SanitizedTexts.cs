#nullable enable
using System.Collections.Concurrent;

namespace PropertySuite.Platform.Display;

/// <summary>
/// Keeps the clean form of texts that were shown lately. Cleaning parses the text anew, which costs more than all the
/// rest of showing an item, and its result depends on nothing but the text.
/// </summary>
/// <param name="clean">The same text always comes to the same result.</param>
internal sealed class SanitizedTexts(Func<string, string> clean, int capacity = 1_000_000)
{
    private readonly Lock _turning = new();
    private ConcurrentDictionary<string, string> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, string> _old = new(StringComparer.Ordinal);
    private int _length;

    public string Get(string text)
    {
        if (_young.TryGetValue(text, out var known))
            return known;
        if (!_old.TryGetValue(text, out known))
            known = clean(text);
        if (text.Length <= capacity / 16 && _young.TryAdd(text, known) && Interlocked.Add(ref _length, text.Length + known.Length) > capacity)
            Turn();
        return known;
    }

    // What was not asked for since the last turn goes; what is asked for moves on to the young ones.
    private void Turn()
    {
        lock (_turning)
        {
            if (_length <= capacity)
                return;
            _old = _young;
            _young = new(StringComparer.Ordinal);
            _length = 0;
        }
    }
}
