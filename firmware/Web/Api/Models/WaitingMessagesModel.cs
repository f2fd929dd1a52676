namespace Switchhook.Web.Api.Models;

/// <summary>Messages that wait for a phone.</summary>
internal sealed record WaitingMessagesModel
{
    /// <summary>Those that were not heard yet: with one the lamp is lit.</summary>
    public required int New { get; init; }

    /// <summary>Those that were heard and kept.</summary>
    public required int Old { get; init; }
}
