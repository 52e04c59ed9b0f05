using System.Text.Json.Nodes;

namespace PropertySuite.Core;

/// <summary>To whom a message goes.</summary>
/// <param name="Email">Address of mail.</param>
/// <param name="Language">Language that the person reads, such as <c>es</c>; null for the community's.</param>
/// <param name="Name">Name as it is written before the address; null for none.</param>
public sealed record MessageRecipient(string Email, string? Language = null, string? Name = null);

/// <summary>A message as it is read.</summary>
/// <param name="Subject">One line.</param>
/// <param name="TextBody">Plain text.</param>
/// <param name="HtmlBody">The same with markup.</param>
public sealed record MessageText(string Subject, string TextBody, string HtmlBody);

/// <summary>Sends messages by their kinds: in the reader's language, in the office's words where it has written some.</summary>
public interface IMessenger
{
    /// <summary>Sends a message by mail.</summary>
    /// <param name="kind">Which message.</param>
    /// <param name="to">To whom.</param>
    /// <param name="model">What the text speaks of; as the kind's sample.</param>
    /// <param name="about">Content item id of the record that it is about; null for none.</param>
    /// <returns>Whether it was taken over for sending; false when the community sends no mail or the address is wrong.</returns>
    Task<bool> MailAsync(MessageKind kind, MessageRecipient to, JsonObject model, string? about = null);

    /// <summary>Tells a person with an account, by the ways that the person has chosen.</summary>
    /// <param name="kind">Which message.</param>
    /// <param name="userId">Id of the account.</param>
    /// <param name="model">What the text speaks of; as the kind's sample.</param>
    /// <param name="about">Content item id of the record that it is about; null for none.</param>
    /// <returns>By how many ways; 0 for an account that is not there.</returns>
    Task<int> TellAsync(MessageKind kind, string userId, JsonObject model, string? about = null);

    /// <summary>Writes a message without sending it.</summary>
    /// <param name="language">Language of the reader; null for the community's.</param>
    Task<MessageText> WriteAsync(MessageKind kind, string? language, JsonObject model);
}
