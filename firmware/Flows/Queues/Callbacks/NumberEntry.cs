using Switchhook.Calls.Loop;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Steps;
using Switchhook.Hardware.Countries;

namespace Switchhook.Flows.Queues.Callbacks;

/// <summary>Finds out at which number a caller can be called back: by the number that the line told, else the caller keys it in.</summary>
internal sealed class NumberEntry(ControlLoop loop)
{
    /// <summary>Most digits that are taken.</summary>
    private const int MostDigits = 20;

    private readonly KeyEntry _keys = new(loop);

    /// <summary>The number as it is dialled on a line.</summary>
    /// <param name="flow">The call.</param>
    /// <param name="over">Line group of the call back.</param>
    /// <param name="cancel">Someone has time for the caller.</param>
    /// <returns>Null when there is none that the site allows to call; the caller has been told so.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, or the caller has gone.</exception>
    public async Task<string?> AskAsync(FlowCall flow, string over, CancellationToken cancel)
    {
        if (flow.Identity is { Withheld: false, Number: { } told } && Allowed(flow, told, over) is { } known)
        {
            return known;
        }

        if (Allowed(flow, await _keys.AskAsync(flow, [Phrase.EnterNumber], MostDigits, KeyEntry.Patience, cancel), over) is { } entered)
        {
            return entered;
        }

        await KeyEntry.SayAsync(flow, cancel, Phrase.NumberRefused);
        return null;
    }

    private static string? Allowed(FlowCall flow, string told, string over)
    {
        var number = NationalNumber.Of(told, flow.Site.Country);
        return number.Length is > 0 and <= MostDigits && flow.Site.DialPlan.MayCall(number, over) ? number : null;
    }
}
