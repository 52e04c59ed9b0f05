using OrchardCore.DisplayManagement.Shapes;

namespace OrchardCore.DisplayManagement.Zones;

/// <summary>A shape whose children lie in named zones: the layout, a content item.</summary>
public interface IZoneHolding : IShape
{
    Zones Zones { get; }
}

/// <summary>The zones of a shape. A zone comes into being when something is added to it.</summary>
public class Zones : Composite
{
    private readonly Func<ValueTask<IShape>> _zoneFactory;
    private readonly ZoneHolding _parent;

    internal Zones(Func<ValueTask<IShape>> zoneFactory, ZoneHolding parent)
    {
        _zoneFactory = zoneFactory;
        _parent = parent;
    }

    public IShape this[string name]
    {
        get
        {
            TryGetMemberImpl(name, out var result);
            return result as IShape;
        }

        set => TrySetMemberImpl(name, value);
    }

    public bool IsNotEmpty(string name) => this[name] is { } zone and not ZoneOnDemand && zone.Items.Count > 0;

    protected override bool TryGetMemberImpl(string name, out object result)
    {
        if (!_parent.Properties.TryGetValue(name, out result) || result is null)
            result = new ZoneOnDemand(_zoneFactory, _parent, name);

        return true;
    }

    protected override bool TrySetMemberImpl(string name, object value)
    {
        _parent.Properties[name] = value;
        return true;
    }
}

/// <summary>A zone that does not exist yet; the first child makes it.</summary>
public class ZoneOnDemand : Shape
{
    private readonly Func<ValueTask<IShape>> _zoneFactory;
    private readonly ZoneHolding _parent;
    private readonly string _name;

    internal ZoneOnDemand(Func<ValueTask<IShape>> zoneFactory, ZoneHolding parent, string name)
    {
        _zoneFactory = zoneFactory;
        _parent = parent;
        _name = name;
    }

    public override async ValueTask<IShape> AddAsync(object item, string position)
    {
        if (item is null)
            return this;

        if (_parent.Properties.TryGetValue(_name, out var known) && known is IShape existing)
            return await existing.AddAsync(item, position);

        var zone = await _zoneFactory();
        zone.Properties["Parent"] = _parent;
        zone.Properties["ZoneName"] = _name;
        zone.Metadata.Name = _name;
        zone.Metadata.Type ??= "Zone";
        _parent.Properties[_name] = zone;
        return await zone.AddAsync(item, position);
    }

    /// <summary>In views, <c>Model.Header == null</c> asks whether the zone is still to be.</summary>
    public static bool operator ==(ZoneOnDemand a, object b) => b is null || ReferenceEquals(a, b);

    public static bool operator !=(ZoneOnDemand a, object b) => !(a == b);

    public override bool Equals(object obj) => obj is null || ReferenceEquals(this, obj);

    public override int GetHashCode() => HashCode.Combine(_parent, _name);

    protected override bool TryGetMemberImpl(string name, out object result)
    {
        // Shape.Zones.Missing.Sub: still nothing.
        result = null;
        return true;
    }
}

/// <summary>A shape with zones.</summary>
internal sealed class ZoneHolding : Shape, IZoneHolding
{
    private readonly Func<ValueTask<IShape>> _zoneFactory;
    private Zones _zones;

    public ZoneHolding(Func<ValueTask<IShape>> zoneFactory) => _zoneFactory = zoneFactory;

    public Zones Zones => _zones ??= new Zones(_zoneFactory, this);

    protected override bool TryGetMemberImpl(string name, out object result)
    {
        base.TryGetMemberImpl(name, out result);
        // A member that is not there is a zone to be: @DisplayAsync(Model.Header) shows nothing, Model.Header.Add(…) makes it.
        result ??= new ZoneOnDemand(_zoneFactory, this, name);
        return true;
    }
}
