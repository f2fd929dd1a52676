using System.Text;

namespace Switchhook.Site.Starting;

/// <summary>The text of a new site file with its notes for people, before the owner's own values are written into it.</summary>
internal static class StarterFile
{
    /// <summary>Stands where entries of the owner come, and is taken out again.</summary>
    public const string Placeholder = "new";

    private const string Head =
        """
        # The telephone system of this house, as it was set up at the first start on the page Welcome. This one file says what the box
        # does. Change it here or on the pages; "./appliance check FILE" tells the line of each slip and what to write instead.
        #
        # Lines that begin with # are notes for people. Indent with spaces, never with tabs.

        site:
          name: New
          country: US                    # decides tones, ringing, caller ID and the emergency numbers
          time-zone: UTC
          language: en                   # in which the box speaks the texts below

        # Which hardware the box has.
        board: simulated

        # The lines from the telephone company, each plugged into a port fxo1, fxo2 … of the box. "route" names the flow (see below) that
        # a caller on this line goes through, "night" another one while night is switched on (*28 at any telephone, or the page Hours).
        lines:
          new: {port: fxo1}

        # The telephones of the house by their numbers, each plugged into a port fxs1, fxs2 … or, with "sip: yes", on the network.
        # "place" is shown when someone calls an emergency number: write where help must come to.
        phones:
          new: {port: fxs1}

        # Who is rung for a caller, and how: "in-order" tries one telephone after the other, always from the left.
        # Other ways: ring-all (all at once), round-robin (each in turn), longest-idle (who has rested longest).
        groups:
          reception:
            phones: [new]
            strategy: in-order
            ring: 15 s                   # how long each telephone rings
            rounds: 3                    # how often all are tried before the next step of the flow
            pause: 5 s                   # between the rounds

        """;

    private const string Hours =
        """

        # When the house is open. The page Hours shows the days to come, with the public holidays of the country. Night ends with the first
        # opening of a day.
        hours:
          office:
            new: closed

        night: {ends: office}

        """;

    private const string Queue =
        """

        # Callers of the queue wait for those who work in it. Whoever wants to work there dials *41 and the code at any telephone, or uses
        # the page Desk. While nobody has, the telephones of the group reception ring.
        agents:
          new: {code: 10}

        pause-reasons: {1: lunch, 2: training}

        queues:
          callers:
            agents: [new]
            strategy: longest-idle       # who has been free longest gets the next caller
            wrap-up: 10 s                # time to finish after a call; *44 ends it, *46 makes it longer
            music: {say: [position, wait], every: 30 s}
            keys: {1: callback}          # a caller who presses 1 is called back, in the place that he had
            callback: {after: 45 s, over: outside}
            overflow:
              - {no-agents: yes}         # nobody has logged in: on with the next step of the flow

        """;

    private const string Mailbox =
        """

        # Where callers leave messages. Those at the telephones of a mailbox see that one waits, and hear it with *97 or on the page
        # Voicemail.
        voicemail:
          front-desk: {phones: [new]}

        # What happens to a caller, step by step from top to bottom.
        flows:
          day:

        """;

    private const string End =
        """
          by-night:
            - play: closed
            - hang-up

        # What callers hear. Instead of "say", which the box speaks itself, "file: greeting.wav" plays a recording.
        prompts:
          greeting:
            say: New
          closed:
            say: New
          nobody-there:
            say: New

        # Calls out: dial 9, then the number. Emergency numbers always go out, with and without the 9, and need no rule. Numbers that no
        # rule allows cannot be dialled, so that nobody calls the other end of the world at your cost.
        line-groups:
          outside: {lines: [new], order: descending}

        outbound:
          - {prefix: 9, allow: [national, mobile, toll-free], over: outside}

        # Dial *933 at a telephone: it says on which line an emergency call from there would go out, and where help would be sent. Nothing
        # is dialled. When somebody calls for help, the telephones under "notify" ring and say from where.
        emergency: {notify: [new], test-number: "*933"}

        # Which calls are recorded: all, outside (only those with someone outside the house) or none.
        # In many places the caller must be told; then say so in the greeting.
        record: none

        """;

    /// <summary>The text for a house.</summary>
    public static string Of(SiteStart start)
    {
        var text = new StringBuilder(Head);
        text.Append(start.HasHours ? Hours : "");
        text.Append(start.HasQueue ? Queue : "");
        text.Append(Mailbox);
        foreach (var step in Steps(start))
        {
            text.Append("    - ").Append(step).Append('\n');
        }

        return text.Append(End).ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Steps(SiteStart start)
    {
        if (start.HasHours)
        {
            yield return "hours: {name: office, closed: by-night}";
        }

        yield return "play: greeting";
        if (start.HasQueue)
        {
            yield return "queue: callers";
        }

        yield return "ring: reception";
        yield return "play: nobody-there";
        yield return "voicemail: front-desk";
        yield return "hang-up";
    }
}
