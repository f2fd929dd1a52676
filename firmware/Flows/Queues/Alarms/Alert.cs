namespace Switchhook.Flows.Queues.Alarms;

/// <summary>What alerts tell: something is wrong from now on, or is over.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Queue">The queue that it is about; null for a line.</param>
/// <param name="Line">The line or trunk that it is about; null for a queue.</param>
/// <param name="Alarm">
/// What is wrong: <c>LongestWait</c>, <c>Waiting</c>, <c>ServiceLevel</c>, <c>Agents</c>, <c>Line</c>, <c>Emergency</c>, <c>Fraud</c>,
/// <c>FraudAttempt</c>, <c>line-in</c> and a sound device.
/// </param>
/// <param name="On">True when it begins.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">One sentence.</param>
public sealed record Alert(string Site, string? Queue, string? Line, string Alarm, bool On, DateTimeOffset At, string Words)
{
    /// <summary>The phone that it is about: an emergency call, or calls out that were stopped or tried; null for others.</summary>
    public string? Phone { get; init; }

    /// <summary>The same for the begin and the end of one thing.</summary>
    internal string Key => $"{Queue}/{Line}/{Phone}/{Alarm}";
}
