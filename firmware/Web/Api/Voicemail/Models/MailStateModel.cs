namespace Switchhook.Web.Api.Voicemail.Models;

/// <summary>What becomes of a message.</summary>
internal sealed record MailStateModel
{
    /// <summary><c>heard</c>, <c>saved</c> or <c>deleted</c>.</summary>
    public required string State { get; init; }
}

/// <summary>Who calls back.</summary>
internal sealed record MailCallBackModel
{
    /// <summary>Number of the phone that is rung first.</summary>
    public required string Phone { get; init; }
}
