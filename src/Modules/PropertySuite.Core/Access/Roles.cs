namespace PropertySuite.Core;

/// <summary>A part that somebody plays towards a record: the host of a visit, the desk, the clock.</summary>
/// <param name="Name">Word for the diagram and the tests.</param>
/// <param name="Permission">Permission it rests on; null when it rests on something else.</param>
/// <param name="Plays">Whether the actor plays it towards this record. The record is null before it exists.</param>
public sealed record Role<T>(string Name, string? Permission, Func<T?, Actor, bool> Plays) where T : class;

/// <summary>Makes roles.</summary>
public static class Roles
{
    /// <summary>Whoever has a permission.</summary>
    public static Role<T> With<T>(string name, string permission) where T : class =>
        new(name, permission, (_, actor) => actor.May(permission));

    /// <summary>Whoever has a permission and acts in a certain way, such as by a device.</summary>
    public static Role<T> With<T>(string name, string permission, Func<Actor, bool> acts) where T : class =>
        new(name, permission, (_, actor) => actor.May(permission) && acts(actor));

    /// <summary>Whoever has a permission and stands in a relation to the record.</summary>
    public static Role<T> With<T>(string name, string permission, Func<T, Actor, bool> relation) where T : class =>
        new(name, permission, (record, actor) => actor.May(permission) && (record is null || relation(record, actor)));

    /// <summary>The clock.</summary>
    public static Role<T> Clock<T>() where T : class => new("Clock", null, (_, actor) => ReferenceEquals(actor, Actor.Clock));

    /// <summary>The office's policy: a workflow.</summary>
    public static Role<T> Policy<T>() where T : class => new("Policy", null, (_, actor) => ReferenceEquals(actor, Actor.Policy));
}
