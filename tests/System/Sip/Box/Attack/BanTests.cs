using System.Net;
using System.Text.RegularExpressions;
using Switchhook.Testing.Sip.Baresip;
using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.SystemTests.Sip.Box.Attack;

/// <summary>
/// Those who attack the running box, each from an address of its own: they are not heard for a while, the journal tells why, and
/// others are served meanwhile. That bans end is shown in memory, where minutes cost nothing.
/// </summary>
public sealed partial class BanTests(BanTests.AttackedBox attacked) : IClassFixture<BanTests.AttackedBox>
{
    private SipBox Box => attacked.Box;

    [Fact]
    public async Task A_scanner_gets_no_word_and_is_banned_at_once()
    {
        using var scanner = new Stranger(Box.Sip, "127.0.0.11");
        await scanner.SendAsync("OPTIONS", "100", "User-Agent: friendly-scanner\r\n");

        Assert.Equal(
            "127.0.0.11 is not heard for 5 minutes: a known attack tool.", await Box.ToldAsync("guard.acted", "127.0.0.11"));
        await scanner.SendAsync("OPTIONS", "100");
        await AssertOthersAreServedAsync();
        Assert.False(scanner.HasHeard);
    }

    [Fact]
    public async Task Who_guesses_at_a_password_is_banned_and_the_phone_itself_is_not_kept_out()
    {
        await using (await Box.PhoneAsync("105"))
        {
            // Its place is known from now on.
        }

        using var guesser = new Stranger(Box.Sip, "127.0.0.12");
        for (var i = 0; i < 10; i++)
        {
            Assert.StartsWith("SIP/2.0 403", await guesser.GuessAsync("105"), StringComparison.Ordinal);
        }

        Assert.Equal(
            "127.0.0.12 is not heard for 5 minutes: 10 wrong passwords.", await Box.ToldAsync("guard.acted", "127.0.0.12 is not heard"));
        Assert.StartsWith(
            "Somebody guesses at the password of 105", await Box.ToldAsync("guard.acted", "password of 105"), StringComparison.Ordinal);
        await guesser.SendAsync("REGISTER", "105");
        await using var phone = await Box.PhoneAsync("105");
        await AssertOthersAreServedAsync();
        Assert.False(guesser.HasHeard);
    }

    [Fact]
    public async Task Nothing_tells_which_accounts_there_are()
    {
        using var one = new Stranger(Box.Sip, "127.0.0.13");
        using var other = new Stranger(Box.Sip, "127.0.0.14");
        foreach (var method in new[] { "REGISTER", "INVITE", "OPTIONS", "SUBSCRIBE", "BYE" })
        {
            await one.SendAsync(method, "106");
            await other.SendAsync(method, "199");
            Assert.Equal(Same(await one.AnswerAsync()), Same(await other.AnswerAsync()));
        }

        // The account that is there is locked after three, and so is the other.
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(Same(await one.GuessAsync("106")), Same(await other.GuessAsync("199")));
        }

        await Box.ToldAsync("guard.acted", "127.0.0.13 is not heard");
        await Box.ToldAsync("guard.acted", "127.0.0.14 is not heard");
    }

    [Fact]
    public async Task A_flood_of_invites_is_cut_off_and_a_call_goes_on_beside_it()
    {
        await using var phone = await Box.PhoneAsync("107");
        using var flooder = new Stranger(Box.Sip, "127.0.0.15");
        for (var i = 0; i < 2000; i++)
        {
            await flooder.SendAsync("INVITE", "101");
            if (i == 1000)
            {
                await phone.DialAsync($"sip:102@{Box.Sip}");
            }
        }

        Assert.Equal(
            "127.0.0.15 is not heard for 5 minutes: far more messages than are heard.", await Box.ToldAsync("guard.acted", "127.0.0.15"));
        await Box.PhoneIsAsync("102", "ringing");
        await Box.DoAsync("phones/102", "lift");
        await phone.NextAsync(BaresipEventKind.CallEstablished);
        await AssertOthersAreServedAsync();
        await phone.HangUpAsync();
        await Box.DoAsync("phones/102", "hang-up");

        // None of the flood reached a phone.
        Assert.Equal("Phone 107 hung up.", (await Box.EndedCallAsync()).GetProperty("cause").GetProperty("words").GetString());
        Assert.DoesNotContain(await Box.CallsAsync(), call => call.GetProperty("from").GetProperty("name").GetString() == "101");
    }

    [Fact]
    public async Task Garbage_is_answered_a_while_and_then_no_more()
    {
        await using var garbage = new GarbageSender(Box.Sip, "127.0.0.16", seed: 7);
        await garbage.SendAsync(200, atOnce: 5);

        await Box.ToldAsync("guard.acted", "127.0.0.16 is not heard for 5 minutes: 20 messages that cannot be read.");
        await AssertOthersAreServedAsync();
    }

    private async Task AssertOthersAreServedAsync()
    {
        var other = await SippRun.RunAsync(
            SippScenario.Load("Calls/options"), new SippOptions { Address = IPAddress.Parse("127.0.0.20"), Remote = Box.Sip });
        Assert.True(other.IsClean, other.ToString());
    }

    // Without what each answer has of its own.
    private static string Same(string answer) => Own().Replace(answer, "");

    [GeneratedRegex("""127\.0\.0\.1[34](:\d+)?|rport=\d+|106|199|nonce="[^"]*"|;tag=[^;\s]+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Own();

    /// <summary>A box that strangers reach.</summary>
    public sealed class AttackedBox : IAsyncLifetime
    {
        internal SipBox Box { get; private set; } = null!;

        public async Task InitializeAsync() => Box = await SipBox.StartAsync();

        public async Task DisposeAsync() => await Box.DisposeAsync();
    }
}
