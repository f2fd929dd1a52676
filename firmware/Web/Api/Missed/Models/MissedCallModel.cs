namespace Switchhook.Web.Api.Missed.Models;

/// <summary>Who calls back.</summary>
internal sealed record MissedCallModel
{
    /// <summary>Number of the phone that is rung first.</summary>
    public required string Phone { get; init; }
}
