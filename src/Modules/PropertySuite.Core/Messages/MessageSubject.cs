namespace PropertySuite.Core;

/// <summary>
/// Which record the messages are about that are being written in this scope. What keeps them keeps it too, so that whoever deletes the data of a
/// record finds them (<see cref="IMessageTraces"/>).
/// </summary>
public sealed class MessageSubject
{
    /// <summary>Content item id of the record; null where nobody said.</summary>
    public string? RecordId { get; private set; }

    /// <summary>What is written until the result is disposed of is about this record.</summary>
    /// <param name="recordId">Content item id; null or empty leaves it as it is.</param>
    public IDisposable About(string? recordId)
    {
        var before = RecordId;
        RecordId = string.IsNullOrEmpty(recordId) ? before : recordId;
        return new Restoring(this, before);
    }

    private sealed class Restoring(MessageSubject subject, string? before) : IDisposable
    {
        public void Dispose() => subject.RecordId = before;
    }
}

/// <summary>Where messages are kept that were written about records: the outbox, people's notifications. Any number may be registered.</summary>
public interface IMessageTraces
{
    /// <summary>Deletes what is kept of messages about a record, in the transaction of the caller. What has not been sent yet is not sent any more.</summary>
    /// <param name="recordId">Content item id.</param>
    Task ForgetAsync(string recordId);
}
