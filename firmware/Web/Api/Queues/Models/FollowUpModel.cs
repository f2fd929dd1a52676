namespace Switchhook.Web.Api.Queues.Models;

/// <summary>What became of a caller who was not answered.</summary>
/// <param name="State">How it stands.</param>
/// <param name="At">When someone talked with the caller; null when nobody has.</param>
public sealed record FollowUpModel(FollowUpState State, DateTimeOffset? At);

/// <summary>How it stands with a caller who was not answered, by the number.</summary>
public enum FollowUpState
{
    /// <summary>Nobody has talked with the caller since, and nothing is owed.</summary>
    Open,

    /// <summary>A call back or a message of this number waits for an agent, or an agent has it now.</summary>
    Owed,

    /// <summary>Someone has talked with the caller since.</summary>
    Reached,

    /// <summary>The number is not known: nobody can tell.</summary>
    Unknown,
}
