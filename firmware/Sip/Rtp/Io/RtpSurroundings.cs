namespace Switchhook.Sip.Rtp.Io;

/// <summary>What the engine needs of the rest of the box.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Random">Chooses ports, SSRCs and first numbers; used on the control loop alone.</param>
/// <param name="Post">Runs something on the control loop; any thread.</param>
/// <param name="OnFault">Is told of a fault of the RTP thread, on it.</param>
public sealed record RtpSurroundings(TimeProvider Time, Random Random, Action<Action> Post, Action<Exception> OnFault);
