using System.Collections;

namespace OrchardCore.DisplayManagement.Shapes;

/// <summary>Names of more special templates, in order; the last one wins. Names compare without case and occur once.</summary>
public class AlternatesCollection : IEnumerable<string>
{
    private static readonly string[] _none = [];

    private string[] _items;
    private int _count;
    private bool _shared;
    private bool _closed;

    public AlternatesCollection(params string[] alternates)
    {
        _items = _none;
        if (alternates is not null)
        {
            foreach (var alternate in alternates)
                Add(alternate);
        }
    }

    /// <summary>None, for good: adding to it is an error, since all share it.</summary>
    public static readonly AlternatesCollection Empty = new() { _closed = true };

    public string this[int index] => index < _count ? _items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public string Last => _count == 0 ? null : _items[_count - 1];

    public int Count => _count;

    /// <summary>The array behind the collection while nothing but one whole shared array was added; its identity can serve as a key. Null otherwise.</summary>
    internal string[] Shared => _shared ? _items : null;

    public void Add(string alternate)
    {
        ArgumentNullException.ThrowIfNull(alternate);
        if (Contains(alternate))
            return;
        if (_closed)
            throw new InvalidOperationException("The empty collection cannot be added to.");

        if (_shared || _count == _items.Length)
        {
            var grown = new string[Math.Max(4, _count * 2)];
            Array.Copy(_items, grown, _count);
            _items = grown;
            _shared = false;
        }

        _items[_count++] = alternate;
    }

    public void Remove(string alternate)
    {
        var index = IndexOf(alternate);
        if (index < 0)
            return;

        var rest = _items[.._count].ToList();
        rest.RemoveAt(index);
        _items = [.. rest];
        _count = rest.Count;
        _shared = false;
    }

    public void Clear()
    {
        _items = _none;
        _count = 0;
        _shared = false;
    }

    public bool Contains(string alternate) => IndexOf(alternate) >= 0;

    public void AddRange(AlternatesCollection alternates)
    {
        if (alternates is null)
            return;

        if (_count == 0 && alternates.Shared is { } shared)
            AddShared(shared);
        else
            AddRange((IEnumerable<string>)alternates);
    }

    public void AddRange(IEnumerable<string> alternates)
    {
        if (alternates is null)
            return;

        foreach (var alternate in alternates)
            Add(alternate);
    }

    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < _count; i++)
            yield return _items[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds names that depend only on a definition and never change; an empty collection takes the array over without copying it.</summary>
    internal void AddShared(string[] alternates)
    {
        if (_count > 0 || _closed)
        {
            AddRange((IEnumerable<string>)alternates);
            return;
        }

        _items = alternates;
        _count = alternates.Length;
        _shared = true;
    }

    private int IndexOf(string alternate)
    {
        for (var i = 0; i < _count; i++)
        {
            if (string.Equals(_items[i], alternate, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }
}
