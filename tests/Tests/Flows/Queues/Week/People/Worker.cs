using Switchhook.Acd;

namespace Switchhook.Tests.Flows.Queues.Week.People;

/// <summary>
/// An agent with nothing but an analog telephone: comes, answers, holds, passes on, notes, rests, misses a call now and then, goes home.
/// </summary>
internal sealed class Worker(string name, string code, TownPhone phone, Town town, int seed)
{
    private static readonly TimeSpan LongWait = TimeSpan.FromDays(8);

    private readonly Random _random = new(seed);
    private readonly PriorityQueue<string, (DateTimeOffset At, int Order)> _plan = new();
    private int _order;

    private AgentState State => town.Box.Queues.Engine.Agent(name)?.State ?? AgentState.LoggedOut;

    /// <summary>What is dialled at a time of its own, or as soon after as there is time for it.</summary>
    public void Plan(DateTimeOffset at, string digits) => _plan.Enqueue(digits, (at, _order++));

    /// <summary>A working day: lunch after four hours, a short break in the afternoon.</summary>
    /// <param name="morning">The begin.</param>
    /// <param name="hours">How long it is.</param>
    public void PlanDay(DateTimeOffset morning, double hours)
    {
        Plan(morning.AddSeconds(_random.Next(-300, 120)), $"*41{code}");
        if (hours > 6)
        {
            var lunch = morning.AddHours(3.5).AddMinutes(_random.Next(70));
            Plan(lunch, "*431");
            Plan(lunch.AddMinutes(25 + _random.Next(15)), _random.Next(2) == 0 ? "*44" : "#");
            var rest = morning.AddHours(6.5).AddMinutes(_random.Next(80));
            Plan(rest, _random.Next(2) == 0 ? "*432" : "*43");
            Plan(rest.AddMinutes(6 + _random.Next(8)), "#");
        }

        Plan(morning.AddHours(hours).AddSeconds(_random.Next(-60, 240)), "*42");
    }

    /// <summary>Everything from now on; begun anew with each start of the box.</summary>
    public async Task LiveAsync()
    {
        if (phone.IsLifted)
        {
            // The line went dead in the middle of something.
            await town.Delay(4);
            phone.HangUp();
        }

        while (true)
        {
            var next = _plan.TryPeek(out _, out var due) ? due.At - town.Now : LongWait;
            if (await town.UntilAsync(() => phone.IsRinging, next))
            {
                await TakeCallAsync();
            }
            else if (_plan.TryDequeue(out var digits, out _))
            {
                await DialAsync(digits);
            }
        }
    }

    private async Task TakeCallAsync()
    {
        if (_random.NextDouble() < 0.05)
        {
            // Out of the room. Whoever was paused for it comes back with one key.
            await town.UntilAsync(() => !phone.IsRinging, 60);
            if (State == AgentState.Paused)
            {
                Plan(town.Now.AddSeconds(30 + _random.Next(90)), "#");
            }

            return;
        }

        await town.Delay(2 + (7 * _random.NextDouble()));
        if (phone.IsRinging)
        {
            phone.Lift();
            await TalkAsync();
        }
    }

    private async Task TalkAsync()
    {
        if (!await town.UntilAsync(() => State == AgentState.Talking, 3))
        {
            phone.HangUp();
            await town.Delay(1);
            return;
        }

        var chance = _random.NextDouble();
        await EndsWithinAsync(10 + Spread(80));
        if (chance < 0.12 && phone.IsInCall)
        {
            await AskSomeoneAsync();
        }
        else if (chance < 0.2 && phone.IsInCall && await PassOnAsync())
        {
            return;
        }

        // Four of ten are ended by the agent; a receiver that lies beside the phone is seen after a minute.
        await EndsWithinAsync(_random.NextDouble() < 0.4 ? Spread(150) : 3600);
        await town.Delay(_random.NextDouble() < 0.02 ? 60 : 1 + (3 * _random.NextDouble()));
        phone.HangUp();
        await town.Delay(1);
        await FinishAsync();
    }

    private Task<bool> EndsWithinAsync(double seconds) => town.UntilAsync(() => !phone.IsInCall, seconds);

    private async Task AskSomeoneAsync()
    {
        await phone.FlashAsync();
        await town.Delay(5 + (8 * _random.NextDouble()));
        await phone.FlashAsync();
    }

    // To the reception; hangs up as soon as somebody has lifted there, and takes the customer back when nobody does.
    private async Task<bool> PassOnAsync()
    {
        await phone.FlashAsync();
        await phone.KeyAsync("106");
        if (!await town.UntilAsync(() => town.Box.StatusOf("106") == Switchhook.Calls.Live.PhoneStatus.InCall, 15))
        {
            await phone.FlashAsync();
            return false;
        }

        await town.Delay(3);
        phone.HangUp();
        await town.Delay(1);
        await FinishAsync();
        return true;
    }

    private async Task FinishAsync()
    {
        var chance = _random.NextDouble();
        if (chance < 0.5)
        {
            await town.Delay(2 * _random.NextDouble());
            await DialAsync($"*45{"1123"[_random.Next(4)]}");
        }
        else if (chance < 0.6 && State == AgentState.WrapUp)
        {
            await DialAsync("*46");
        }

        if (_random.NextDouble() < 0.25 && State == AgentState.WrapUp)
        {
            await town.Delay(2);
            await DialAsync("#");
        }
    }

    private async Task DialAsync(string digits)
    {
        if (phone.IsRinging)
        {
            Plan(town.Now, digits);
            return;
        }

        phone.Lift();
        await town.Delay(0.8);
        if (phone.IsInCall)
        {
            // It rang in the very moment.
            Plan(town.Now, digits);
            await TalkAsync();
            return;
        }

        await phone.KeyAsync(digits);
        await town.Delay(5);
        phone.HangUp();
        await town.Delay(1);
    }

    private double Spread(double mean) => -mean * Math.Log(1 - _random.NextDouble());
}
