#nullable enable
using System.Text.Json;
using OrchardCore.Workflows.Models;
using YesSql;

namespace PropertySuite.Platform.Workflows;

/// <summary>
/// The workflow types of a site as they are committed, shared by all its scopes, so that an event which nobody awaits costs no query.
/// A change made in this process is seen at once; one made by another process after <see cref="s_trust"/> at the latest.
/// </summary>
internal sealed class WorkflowCatalog(TimeProvider time)
{
    private static readonly TimeSpan s_trust = TimeSpan.FromSeconds(15);

    private volatile Snapshot? _current;
    private long _readAt;

    public void Forget() => _current = null;

    /// <summary>The types; they must not be changed.</summary>
    public async Task<Snapshot> GetAsync(ISession session)
    {
        if (_current is { } current && time.GetElapsedTime(Volatile.Read(ref _readAt)) < s_trust)
            return current;

        var snapshot = await ReadAsync(session);
        Volatile.Write(ref _readAt, time.GetTimestamp());
        return _current = snapshot;
    }

    /// <summary>The types as the session sees them, with its own changes.</summary>
    public static async Task<Snapshot> ReadAsync(ISession session)
    {
        var types = await session.Query<WorkflowType, WorkflowTypeIndex>().ListAsync();
        return new Snapshot([.. types.Select(Copy)]);
    }

    // Documents of a session belong to it, and whoever edits one must not change it under the others.
    internal static WorkflowType Copy(WorkflowType type) => JsonSerializer.Deserialize<WorkflowType>(JsonSerializer.SerializeToUtf8Bytes(type, JOptions.Default), JOptions.Default)!;

    internal sealed class Snapshot
    {
        private readonly Dictionary<string, WorkflowType> _byId;
        private readonly HashSet<string> _named;
        private readonly ILookup<string, (WorkflowType Type, ActivityRecord Start)> _starts;

        public Snapshot(IReadOnlyList<WorkflowType> types)
        {
            _byId = types.ToDictionary(type => type.WorkflowTypeId, StringComparer.Ordinal);
            _named = types.SelectMany(type => type.Activities).Select(activity => activity.Name).ToHashSet(StringComparer.Ordinal);
            _starts = types.Where(type => type.IsEnabled)
                .SelectMany(type => type.Activities.Where(activity => activity.IsStart).Select(start => (type, start)))
                .ToLookup(pair => pair.start.Name, StringComparer.Ordinal);
        }

        public IEnumerable<WorkflowType> Types => _byId.Values;

        /// <summary>Whether any type has such an activity; without one nothing can start on it, and nothing waits for it.</summary>
        public bool Names(string activityName) => _named.Contains(activityName);

        public IEnumerable<(WorkflowType Type, ActivityRecord Start)> StartedBy(string activityName) => _starts[activityName];

        public WorkflowType? Find(string? workflowTypeId) => workflowTypeId is null ? null : _byId.GetValueOrDefault(workflowTypeId);
    }
}
