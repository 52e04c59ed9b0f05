using Microsoft.Extensions.Localization;

namespace OrchardCore.Email;

/// <summary>Whether a mail was taken over for sending, and what was wrong with it by the names of its properties.</summary>
public class EmailResult
{
    public static readonly EmailResult SuccessResult = new() { Succeeded = true };

    /// <summary>What is wrong; the key is empty where it is not about one property.</summary>
    public IReadOnlyDictionary<string, LocalizedString[]> Errors { get; protected set; } = new Dictionary<string, LocalizedString[]>();

    /// <summary>What the provider said.</summary>
    public string? Response { get; set; }

    public bool Succeeded { get; protected set; }

    public static EmailResult FailedResult(params LocalizedString[] errors) => FailedResult(string.Empty, errors);

    public static EmailResult FailedResult(string propertyName, params LocalizedString[] errors) =>
        new() { Errors = new Dictionary<string, LocalizedString[]> { [propertyName] = errors } };

    public static EmailResult FailedResult(IDictionary<string, IList<LocalizedString>> errors) =>
        new() { Errors = errors.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()) };

    public static EmailResult FailedResult(IDictionary<string, List<LocalizedString>> errors) =>
        new() { Errors = errors.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()) };

    public static EmailResult GetSuccessResult(string response) => new() { Succeeded = true, Response = response };
}
