using Switchhook.Hardware.Simulated;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Day;

/// <summary>
/// Someone at a phone on a busy day: answers most calls, gives some to a colleague, calls out, misdials, forgets to hang up.
/// </summary>
internal sealed class DayPhone(TestBox box, int port, Random random)
{
    private static readonly TimeSpan FlashLength = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Numbers = ["102", "103", "104", "101", "95550100", "93125550177", "77", "9", "8005550199", "911"];

    private readonly Queue<(int Wait, Action Act)> _plan = new();
    private int _wait;

    private SimulatedPhone Phone => box.Phone(port);

    /// <summary>Called each second; <paramref name="isAtWork"/> is false when nobody begins anything new.</summary>
    public void Second(bool isAtWork)
    {
        if (_plan.Count > 0)
        {
            if (--_wait > 0)
            {
                return;
            }

            _plan.Dequeue().Act();
            _wait = _plan.TryPeek(out var next) ? next.Wait : 0;
            return;
        }

        if (Phone.IsRinging && isAtWork)
        {
            Answer();
        }
        else if (Phone.IsOffHook)
        {
            Then(1, Phone.HangUp);
        }
        else if (isAtWork && random.Next(1500) == 0)
        {
            CallSomeone();
        }
    }

    private void Answer()
    {
        if (random.Next(5) == 0)
        {
            // Not at the desk.
            Then(random.Next(10, 40), () => { });
            return;
        }

        Then(random.Next(1, 8), Phone.Lift);
        Talk();
    }

    private void Talk()
    {
        var length = random.Next(5, 150);
        switch (random.Next(10))
        {
            case 0:
                Consult(length);
                Then(random.Next(1, 25), Phone.HangUp);
                break;
            case 1:
                Consult(length);
                Then(random.Next(3, 25), () => Phone.Flash(FlashLength));
                Then(random.Next(3, 60), Phone.HangUp);
                break;
            case 2:
                Then(length, () => Phone.Flash(FlashLength));
                Then(random.Next(1, 20), () => Phone.Flash(FlashLength));
                Then(random.Next(3, 60), Phone.HangUp);
                break;
            case 3:
                // Forgets to hang up until the howler has been and gone.
                Then(length + 200, Phone.HangUp);
                break;
            default:
                Then(length, Phone.HangUp);
                break;
        }
    }

    private void Consult(int after)
    {
        Then(after, () => Phone.Flash(FlashLength));
        Then(2, () => Phone.Dial($"10{random.Next(1, 6)}"));
    }

    private void CallSomeone()
    {
        Then(1, Phone.Lift);
        Then(random.Next(1, 4), () => Phone.Dial(Numbers[random.Next(Numbers.Length)], pulse: random.Next(4) == 0));
        Talk();
    }

    private void Then(int wait, Action act)
    {
        if (_plan.Count == 0)
        {
            _wait = wait;
        }

        _plan.Enqueue((wait, act));
    }
}
