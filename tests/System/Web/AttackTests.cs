using System.Diagnostics;
using System.Net;
using Switchhook.SystemTests.Sip.Box;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip;
using Switchhook.Testing.Sip.Sipp;
using Switchhook.Testing.Sip.Sound;
using Xunit.Abstractions;

namespace Switchhook.SystemTests.Web;

/// <summary>
/// The web of the running box under attack while a call with sound goes on: an analog phone speaks over RTP with a program that sends all
/// back. During each kind of attack its words come back, two other analog phones begin a call, hear each other as clearly as ever and end
/// it, and the owner signs in from elsewhere.
/// </summary>
/// <remarks>
/// Attackers, owner and test come from three addresses of 127.0.0.0/8, as from three machines, but share the processors with the box and
/// with the program that sends back. That one comes late when they are busy, so of RTP the words are judged; between the analog phones,
/// where all sound is made by the box, its clarity is.
/// </remarks>
[Collection(Alone.Name)]
public sealed class AttackTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private const int Logins = 10_000;
    private const int Sockets = 5_000;

    // Of the box itself about 130, and 256 connections; those that are being refused come on top for a moment.
    private const int MostFiles = 600;
    private const long MostGrowth = 96L << 20;
    private const string Password = "correct horse battery";

    private static readonly IPAddress Attacker = IPAddress.Parse("127.0.0.3");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");
    private static readonly TimeSpan SignInLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WordsLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly IPEndPoint _https = new(IPAddress.Loopback, LoopbackPorts.Take());

    private Uri Address => new($"https://{_https}/");

    [Fact]
    public async Task Whatever_is_done_to_the_web_calls_go_on_and_the_owner_gets_in()
    {
        var port = LoopbackPorts.Take();
        await using var box = await SipBox.StartAsync(more: Outside(port), change: settings => settings with
        {
            MoreArguments = ["--https", $"{_https}"],
            WaitForSpeech = false,
            StartLimit = TimeSpan.FromMinutes(3),
        });
        await using var echo = await SippRun.StartAsync(
            SippScenario.Load("Answers/answer"), new SippOptions { Port = port, EchoRtp = true, Limit = Longest, ReceiveLimit = Longest });
        var authority = await AuthorityAsync(box);
        await ClaimAsync(box, authority);
        await box.DialAsync("101", "93125550142");
        await box.UntilAsync(
            async () => (await box.CallsAsync()).Count > 0
                && (await box.StoryAsync()).Exists(words => words.StartsWith("Connected", StringComparison.Ordinal)),
            "they talk");
        var said = await Speech.SayAsync("Is anybody there? There is such a noise at the door, and I only want to know when you are open.");
        var http = new IPEndPoint(IPAddress.Loopback, box.Process.Address.Port);
        var before = ProcessCost.Of(box.Process.Id).ResidentBytes;

        await UnderAsync("10,000 bad logins", box, authority, said, stop => GuessAsync(authority, stop));
        var slow = new WebAttacker(Attacker, Seed);
        await UnderAsync("slow headers, huge bodies and garbage", box, authority, said, stop => Task.WhenAll(
            slow.TrickleAsync(http, 300, stop), slow.FloodAsync(http, 16, stop), slow.SpoilAsync(_https, 64, stop)));
        var many = new WebAttacker(Attacker, Seed);
        var count = Math.Min(Sockets, OwnLimit() - 1000);
        Assert.True(count > MostFiles, $"With {OwnLimit()} files for this process, {count} sockets show nothing.");
        await UnderAsync($"{count} sockets", box, authority, said, stop => Task.WhenAll(
            many.HoldAsync(http, count / 2, stop), many.HoldAsync(_https, count - (count / 2), stop)));

        var grown = ProcessCost.Of(box.Process.Id).ResidentBytes - before;
        output.WriteLine($"slow: {slow.Tried} tried, {slow.Closed} closed, a body took {slow.MostTaken:N0} octets at most");
        output.WriteLine($"many: {many.Tried} tried, {many.Closed} closed; memory grew by {grown:N0} octets");
        Assert.True(slow.Tried >= 300 + 16 + 64 && slow.Closed > 100, "The box cut nobody off: this shows nothing.");
        Assert.True(many.Tried >= count && many.Closed > count * 9 / 10, "The box kept its sockets open.");
        Assert.True(slow.MostTaken < 32 << 20, $"A body of {slow.MostTaken:N0} octets was taken.");
        Assert.True(grown < MostGrowth, $"Memory grew by {grown:N0} octets.");
        await box.DoAsync("phones/101", "hang-up");
        await box.NothingIsLeftAsync();
        var ended = await echo.EndAsync();
        Assert.True(ended.IsClean, $"{ended}");
    }

    // The attack goes on until the words are back, the other call has ended and the owner is in.
    private async Task UnderAsync(string what, SipBox box, string authority, short[] said, Func<CancellationToken, Task> attack)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(3), time);
        var attacking = Task.Run(() => attack(stop.Token), CancellationToken.None);
        SpeechComparison speech, echo;
        TimeSpan signIn;
        int files;
        try
        {
            var echoed = HeardAsync(box, said, from: "phones/101", to: "phones/101");
            speech = await AnotherCallAsync(box, said);
            var signInBegan = time.GetTimestamp();
            using var owner = new SecureClient(Address, authority, Elsewhere);
            Assert.Equal(HttpStatusCode.SeeOther, await owner.SignInAsync("owner", Password));
            signIn = time.GetElapsedTime(signInBegan);
            files = Directory.GetFiles($"/proc/{box.Process.Id}/fd").Length;
            echo = await echoed;
            if (attacking.IsCompleted)
            {
                await attacking;
                Assert.Fail($"{what}: the attack had ended before.");
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        await attacking;
        var seconds = time.GetElapsedTime(began).TotalSeconds;
        output.WriteLine($"{what}: {seconds:0.0} s; {speech}; over RTP {echo}");
        output.WriteLine($"  signed in within {signIn.TotalSeconds:0.00} s; {files} files");
        Assert.True(speech.HeardShare > 0.99, $"{what}: {speech}");
        Assert.True(echo.HeardShare > 0.9, $"{what}: over RTP {echo}");
        Assert.True(speech.MedianSignalToNoiseDb > 15, $"{what}: {speech}");
        Assert.True(signIn < SignInLimit, $"{what}: the owner waited {signIn.TotalSeconds} s.");
        Assert.True(files < MostFiles, $"{what}: the box has {files} files open.");
    }

    // One request after the other on a connection that is open already: many would be an attack of their own.
    private static async Task<SpeechComparison> HeardAsync(SipBox box, short[] said, string from, string to)
    {
        var before = (await box.HeardAsync(to)).Length;
        await box.SayAsync(from, said);
        using var limit = new CancellationTokenSource(WordsLimit);
        using var look = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        while (await look.WaitForNextTickAsync(limit.Token))
        {
            var sound = await box.HeardAsync(to);

            // What was heard in the call before is still told until the first sound of this one.
            before = sound.Length < before ? 0 : before;
            if (sound.Length > before + said.Length + 8000)
            {
                return SpeechComparison.Of(said, sound.AsSpan(before));
            }
        }

        throw new UnreachableException();
    }

    private static async Task<SpeechComparison> AnotherCallAsync(SipBox box, short[] said)
    {
        await box.DialAsync("102", "103");
        await box.PhoneIsAsync("103", "ringing");
        await box.DoAsync("phones/103", "lift");
        await box.PhoneIsAsync("102", "inCall");
        var speech = await HeardAsync(box, said, from: "phones/102", to: "phones/103");
        await box.DoAsync("phones/102", "hang-up");
        await box.DoAsync("phones/103", "hang-up");
        await box.PhoneIsAsync("103", "idle");

        // A phone that is lifted again within the time of a flash would still hear that the other one has gone.
        await box.PhoneIsAsync("102", "idle");
        return speech;
    }

    // At least so many, and on until it is told to stop.
    private async Task GuessAsync(string authority, CancellationToken stop)
    {
        using var guesser = new SecureClient(Address, authority, Attacker);
        var token = await guesser.TokenAsync("sign-in");
        var (tried, refused) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 48).Select(_ => Task.Run(
            async () =>
            {
                while (Interlocked.Increment(ref tried) is var number && (number <= Logins || !stop.IsCancellationRequested))
                {
                    using var answer = await guesser.SendAsync(
                        "sign-in", token, ("name", number % 2 == 0 ? "admin" : $"name {number}"), ("password", $"guess {number}"));
                    Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests, $"{answer.StatusCode}");
                    Interlocked.Increment(ref refused);
                }
            },
            CancellationToken.None)));
        Assert.True(refused >= Logins, $"{refused} were refused.");
    }

    private async Task ClaimAsync(SipBox box, string authority)
    {
        using var owner = new SecureClient(Address, authority, Elsewhere);
        Assert.Equal(HttpStatusCode.SeeOther, await owner.ClaimAsync(box.Process.ClaimCode!, "owner", Password));
    }

    private static async Task<string> AuthorityAsync(SipBox box)
    {
        var shown = await box.Process.RunCommandAsync(["certificate"], CancellationToken.None);
        return shown.Output[shown.Output.IndexOf("-----BEGIN", StringComparison.Ordinal)..];
    }

    // .NET takes all files that the system lets a process have.
    private static int OwnLimit() =>
        int.Parse(
            File.ReadLines("/proc/self/limits").Single(line => line.StartsWith("Max open files", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[3],
            null);

    private static string Outside(int port) =>
        $$"""
        trunks:
          voip: {server: "127.0.0.1:{{port}}", transport: udp, route: callers, check: off}
        line-groups:
          outside: {lines: [voip]}
        outbound:
          - {prefix: 9, digits: 7-11, over: outside}
        """;
}
