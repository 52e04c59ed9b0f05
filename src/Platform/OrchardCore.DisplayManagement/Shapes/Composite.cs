using System.Dynamic;

namespace OrchardCore.DisplayManagement.Shapes;

/// <summary>An object whose members are the entries of a dictionary; a missing member is null.</summary>
public class Composite : DynamicObject
{
    protected Dictionary<string, object> _properties;

    public IDictionary<string, object> Properties => _properties ??= new(StringComparer.Ordinal);

    public override bool TryGetMember(GetMemberBinder binder, out object result) => TryGetMemberImpl(binder.Name, out result);

    public override bool TrySetMember(SetMemberBinder binder, object value) => TrySetMemberImpl(binder.Name, value);

    public override bool TryGetIndex(GetIndexBinder binder, object[] indexes, out object result)
    {
        if (indexes.Length == 1 && indexes[0] is string name)
            return TryGetIndexImpl(name, out result);

        return base.TryGetIndex(binder, indexes, out result);
    }

    public override bool TrySetIndex(SetIndexBinder binder, object[] indexes, object value)
    {
        if (indexes.Length == 1 && indexes[0] is string name)
            return TrySetMemberImpl(name, value);

        return base.TrySetIndex(binder, indexes, value);
    }

    /// <summary><c>shape.Name()</c> reads; <c>shape.Name(value)</c> sets and returns the object itself.</summary>
    public override bool TryInvokeMember(InvokeMemberBinder binder, object[] args, out object result)
    {
        if (args.Length == 0)
            return TryGetMemberImpl(binder.Name, out result);

        if (args.Length == 1)
        {
            TrySetMemberImpl(binder.Name, args[0]);
            result = this;
            return true;
        }

        return base.TryInvokeMember(binder, args, out result);
    }

    public virtual bool TryGetIndexImpl(string name, out object result) => TryGetMemberImpl(name, out result);

    protected virtual bool TryGetMemberImpl(string name, out object result)
    {
        if (_properties is null || !_properties.TryGetValue(name, out result))
            result = null;

        return true;
    }

    protected virtual bool TrySetMemberImpl(string name, object value)
    {
        Properties[name] = value;
        return true;
    }
}
