using System.Net;

namespace Switchhook.Testing.Sip.Sipp;

/// <summary>
/// An attended transfer needs two calls of one phone, and sipp knows one a scenario: two runs share the work, and tell each other by sipp's
/// third-party control (-3pcc) which calls they have.
/// </summary>
public static class AttendedTransfer
{
    /// <summary>Calls two, and joins them by REFER with Replaces.</summary>
    /// <param name="first">
    /// Whom the first call goes to (<see cref="SippOptions.Remote"/>, <see cref="SippOptions.Service"/>), and how; with
    /// <see cref="SippOptions.User"/>, both calls are asked for the password.
    /// </param>
    /// <param name="second">Whom the consultation goes to, and how.</param>
    /// <param name="target">The number of the consultation and of Refer-To.</param>
    /// <param name="verdict">The status that the transferor shall be told in the end.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<(SippResult Transferor, SippResult Consultation)> RunAsync(
        SippOptions first, SippOptions second, string target, int verdict = 200, CancellationToken ct = default)
    {
        var twin = LoopbackPorts.Take();
        string[] control = ["-3pcc", new IPEndPoint(IPAddress.Loopback, twin).ToString()];
        await using var consultation = await SippRun.StartAsync(
            Of("Transfer/attended-consultation", first.User).With("target", target), second with { MoreArguments = control }, ct);
        await consultation.UntilOpenAsync(twin, isTcp: true, ct);
        var transferor = await SippRun.RunAsync(
            Of("Transfer/attended", first.User).With("target", target).With("verdict", verdict),
            first with { MoreArguments = control }, ct);
        return (transferor, await consultation.EndAsync(ct));
    }

    private static SippScenario Of(string name, string? user) =>
        user is null ? SippScenario.Load(name) : SippScenario.Load(name).AsPhone(user);
}
