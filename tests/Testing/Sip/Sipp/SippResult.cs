namespace Switchhook.Testing.Sip.Sipp;

/// <summary>What a run of sipp came to.</summary>
public sealed record SippResult
{
    /// <summary>0: all calls went as the scenario says; 1: some did not; 99: it ended without a call; -1 and others: fatal.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Calls that went as the scenario says.</summary>
    public required int Successful { get; init; }

    /// <summary>Calls that did not.</summary>
    public required int Failed { get; init; }

    /// <summary>Messages that it sent again.</summary>
    public required int Retransmissions { get; init; }

    /// <summary>Messages that belonged to no call of the scenario.</summary>
    public required int OutOfCall { get; init; }

    /// <summary>Why calls failed, as sipp counts it: <c>UnexpectedMessage: 3</c>.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>What sipp complained of, one sentence each: <c>expected '180' (index 2), got 'SIP/2.0 404 Not Found'</c>.</summary>
    public required IReadOnlyList<string> Complaints { get; init; }

    /// <summary>From the messages marked <c>start_rtd</c> to those marked <c>rtd</c>, in order of size. Empty unless traced.</summary>
    public required IReadOnlyList<TimeSpan> ResponseTimes { get; init; }

    /// <summary>What the scenario's log actions wrote, a line each.</summary>
    public required IReadOnlyList<string> Log { get; init; }

    /// <summary>Every message with its time and direction. Empty unless traced.</summary>
    public required string Messages { get; init; }

    /// <summary>Whether all calls went as the scenario says, and there was one.</summary>
    public bool IsClean => ExitCode == 0 && Failed == 0 && Successful > 0;

    /// <summary>The response time that a part of all stays within.</summary>
    /// <param name="part">0.5 for the median, 0.99 for all but one in a hundred.</param>
    /// <exception cref="InvalidOperationException">None were traced.</exception>
    public TimeSpan ResponseTime(double part) =>
        ResponseTimes.Count == 0
            ? throw new InvalidOperationException("The run traced no response times, or no message of the scenario is marked.")
            : ResponseTimes[Math.Clamp((int)Math.Ceiling(part * ResponseTimes.Count) - 1, 0, ResponseTimes.Count - 1)];

    /// <summary>All that helps to see what went wrong.</summary>
    public override string ToString() =>
        $"exit code {ExitCode}, {Successful} successful, {Failed} failed, {Retransmissions} retransmitted, {OutOfCall} out of call\n"
        + string.Join('\n', Failures.Concat(Complaints).Concat(Log)) + "\n" + Messages;
}
