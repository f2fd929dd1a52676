namespace Switchhook.Web.Api.Desk.Models;

/// <summary>Things that people send to be done with calls; each route documents its own.</summary>
internal static class DeskInputs
{
    /// <summary>Longest number that is dialled.</summary>
    public const int MostDigits = 32;
}

/// <summary>How an agent's call is heard.</summary>
internal sealed record MonitorModel
{
    /// <summary>The supervisor's phone, which is rung first.</summary>
    public required string Phone { get; init; }

    /// <summary><c>listen</c>: heard by nobody; <c>whisper</c>: heard by the agent alone; <c>barge</c>: heard by all.</summary>
    public required string Mode { get; init; }
}

/// <summary>To whom a caller is given.</summary>
internal sealed record GiveModel
{
    /// <summary>Name of the agent.</summary>
    public required string Agent { get; init; }
}

/// <summary>Whom a phone calls.</summary>
internal sealed record ClickModel
{
    /// <summary>A number as it is written or dialled; what people write between digits is left out.</summary>
    public required string Number { get; init; }
}

/// <summary>A note to a call.</summary>
internal sealed record NoteInput
{
    /// <summary>The note, at most 1000 letters.</summary>
    public required string Text { get; init; }
}

/// <summary>What an agent's last call was about.</summary>
internal sealed record TopicModel
{
    /// <summary>A code of the call's queue.</summary>
    public required string Code { get; init; }
}
