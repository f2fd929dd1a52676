using Switchhook.Audio.Prompts;
using Switchhook.Audio.Waiting;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Alerts;
using Switchhook.Site.Prompts;
using Switchhook.Site.Queues;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Talking;

/// <summary>What a caller on a simulated exchange line hears while he waits, in a queue and after a flash of the phone's hook.</summary>
public sealed class HoldMusicTests
{
    private const double Piece = 700;
    private const double Words = 1100;
    private const double HoldBeep = 440;

    [Fact]
    public void A_held_caller_hears_the_music_of_the_site_and_the_phone_again_after_it()
    {
        using var box = Box(Music("calm", Piece), hold: "calm");
        Talk(box);
        var heard = Hold(box, 3);

        Assert.True(QueueBox.SoundAt(Piece, heard[4000..]) > 0.9, "the caller hears the music");
        Assert.Equal(SpeechLeveller.TargetDbm0, SpeechLevel.Measure(heard.AsSpan(4000))!.Value, 2.0);
        Flash(box);
        box.Phone(1).Speak(SoundMaker.Sines(TimeSpan.FromSeconds(2), (1900, -15)));
        box.Advance(1.5);
        var after = box.Line(1).Heard()[^8000..];
        Assert.True(QueueBox.SoundAt(1900, after) > 0.8 && QueueBox.SoundAt(Piece, after) < 0.01, "the music has stopped");
    }

    [Fact]
    public void A_parked_caller_hears_it_too()
    {
        using var box = Box(Music("calm", Piece), hold: "calm");
        Talk(box);
        Flash(box);
        box.Phone(1).Dial("*85");
        box.Until(() => box.Entries<CallParked>().Any(), 10, "The call is parked");
        box.Advance(4);

        // The last second: the piece ends once on the way, and begins again.
        Assert.True(QueueBox.SoundAt(Piece, box.Line(1).Heard()[^8000..]) > 0.9, "the caller hears the music");
    }

    [Fact]
    public void Without_music_a_held_caller_hears_the_signal_of_the_box()
    {
        using var box = Box(Music("calm", Piece), hold: null);
        Talk(box);

        Assert.True(HasBeeps(Hold(box, 8)), "the hold signal");
    }

    [Fact]
    public void Two_who_are_held_hear_the_same_at_the_same_time()
    {
        // Each moment of the piece has a tone of its own.
        var rising = Enumerable.Range(0, 20).SelectMany(step => SoundMaker.Sines(TimeSpan.FromMilliseconds(500), (600 + (50 * step), -12)));
        var program = new MusicProgram([new MusicPart(rising.ToArray(), IsAnnouncement: false)]);
        using var box = Box(program, hold: "calm");
        Talk(box);
        Talk(box, line: 2, phone: 2);
        Hold(box, 2);
        Hold(box, 2, line: 2, phone: 2);
        box.Advance(2);
        Assert.Equal(Tones(box.Line(1).Heard()[^4000..]), Tones(box.Line(2).Heard()[^4000..]));
        Assert.True(Tones(box.Line(1).Heard()[^4000..]).Count > 0, "they hear the piece");
    }

    [Fact]
    public void An_announcement_is_heard_between_pieces()
    {
        var program = new MusicProgram(
        [
            new MusicPart(Tone(Piece, 3), IsAnnouncement: false), new MusicPart(Tone(Words, 1), IsAnnouncement: true),
        ]);
        using var box = Box(program, hold: "calm");
        Talk(box);
        var heard = Hold(box, 10);
        var seconds = heard.Chunk(1600).Select(part => (QueueBox.SoundAt(Piece, part) > 0.8, QueueBox.SoundAt(Words, part) > 0.8)).ToList();

        Assert.True(seconds.Count(part => part.Item1) > 25, "most of it is music");
        Assert.InRange(seconds.Count(part => part.Item2), 6, 15);
    }

    [Fact]
    public void A_queue_plays_its_own_music_before_and_on_hold()
    {
        using var queue = new QueueBox(
            one => one with { Music = QueueMusic.Default with { Prompt = "calm" } },
            site => site with { Music = site.Music.Add("other", Config("other")), HoldMusic = "other" });
        var box = queue.Box;
        queue.LogIn(1);
        queue.Call(1);
        queue.Answer(1);
        box.Advance(1);

        // The one prompt of the test's queue is a tone of 800 Hz.
        Assert.True(QueueBox.SoundAt(800, Hold(box, 3)[4000..]) > 0.9, "the music of the queue");
    }

    [Fact]
    public void A_line_in_that_fails_gives_way_to_the_signal_raises_an_alarm_and_comes_back()
    {
        var player = new Player();
        LineInFeed? feed = null;
        using var box = new TestBox(Site("calm", Config("calm") with { Pieces = [], LineIn = "hw:1,0" }) with
        {
            Alerts = Sites.Clinic().Alerts.Add(
                "office", new AlertConfig("office", new AlertWay.Webhook(new Uri("https://alerts.example/")))),
        }, lineIn: (_ => player, one => feed = one));
        Talk(box);
        Flash(box);
        Play(box, feed!, 4);
        Assert.True(QueueBox.SoundAt(Piece, box.Line(1).Heard()[^16_000..]) > 0.9, "the player");

        player.Fault = "Sound device hw:1,0 is gone.";
        feed!.Turn();
        box.Advance(9);
        Assert.True(HasBeeps(box.Line(1).Heard()[^52_000..]), "the hold signal");
        player.Fault = null;
        Play(box, feed, 4);
        Assert.True(QueueBox.SoundAt(Piece, box.Line(1).Heard()[^16_000..]) > 0.9, "the player again");

        Assert.Equal(
            [("line-in hw:1,0", "Sound device hw:1,0 is gone."), ("line-in hw:1,0", null)],
            box.Entries<PartChanged>().Select(part => (part.Part, part.Fault)));
        box.Advance(5);
        Assert.Equal(
            ["office Trouble with line-in hw:1,0: Sound device hw:1,0 is gone.", "office Works again: line-in hw:1,0."], box.Alerts.Tries);
    }

    private static TestBox Box(MusicProgram music, string? hold)
    {
        var programs = MusicLibrary.Empty.Programs.Add(("calm", "en"), music);
        return new TestBox(Site(hold, Config("calm")), PromptLibrary.Empty with { Music = new MusicLibrary(programs) });
    }

    private static SiteModel Site(string? hold, MusicConfig music)
    {
        var clinic = Sites.Clinic();
        return clinic with
        {
            Music = clinic.Music.Add(music.Name, music),
            HoldMusic = hold,
            Groups = clinic.Groups.SetItem("office", clinic.Groups["office"] with { Strategy = HuntStrategy.InOrder }),
        };
    }

    private static MusicConfig Config(string name) => new(name) { Pieces = [new MusicPiece(null, "piece.wav")] };

    private static MusicProgram Music(string name, double hertz) =>
        name.Length == 0 ? throw new ArgumentException("A name.", nameof(name))
            : new MusicProgram([new MusicPart(Tone(hertz, 20), IsAnnouncement: false)]);

    private static short[] Tone(double hertz, double seconds) =>
        SpeechLeveller.Level(SoundMaker.Sines(TimeSpan.FromSeconds(seconds), (hertz, -10)));

    private static void Talk(TestBox box, int line = 1, int phone = 1)
    {
        box.Line(line).Ring(new SimulatedCaller { Number = "3125550142" });
        box.Until(() => box.Phone(phone).IsRinging, 40, $"Phone {phone} rings");
        var before = box.Entries<CallConnected>().Count();
        box.Phone(phone).Lift();
        box.Until(() => box.Entries<CallConnected>().Count() > before, 5, "They talk");
        box.Advance(1);
    }

    private static void Flash(TestBox box, int phone = 1)
    {
        box.Phone(phone).Flash(TimeSpan.FromMilliseconds(500));
        box.Advance(1);
    }

    // What the caller hears from a second after the flash on.
    private static short[] Hold(TestBox box, double seconds, int line = 1, int phone = 1)
    {
        Flash(box, phone);
        box.Advance(seconds);
        return box.Line(line).Heard()[^(int)(8000 * seconds)..];
    }

    // The steps of the piece that are heard clearly, one after the other.
    private static List<int> Tones(short[] heard) =>
    [
        .. heard.Chunk(800)
            .Select(part => Enumerable.Range(0, 20).FirstOrDefault(step => QueueBox.SoundAt(600 + (50 * step), part) > 0.6, -1))
            .Where(step => step >= 0).Distinct(),
    ];

    private static bool HasBeeps(short[] heard) => heard.Chunk(400).Any(part => QueueBox.SoundAt(HoldBeep, part) > 0.8);

    private static void Play(TestBox box, LineInFeed feed, double seconds)
    {
        for (var block = 0; block < seconds * 50; block++)
        {
            feed.Turn();
            box.Advance(0.02);
        }
    }

    private sealed class Player : ISoundInput
    {
        private long _position;

        public int Rate => LineAudio.SampleRate;

        public int Channels => 1;

        public string? Fault { get; set; }

        public bool Read(Span<short> samples, TimeSpan limit)
        {
            foreach (ref var sample in samples)
            {
                sample = Fault is { } why
                    ? throw new IOException(why)
                    : (short)(LineAudio.Peak(-15) * Math.Sin(2 * Math.PI * Piece * _position++ / LineAudio.SampleRate));
            }

            return true;
        }

        public void Dispose()
        {
        }
    }
}
