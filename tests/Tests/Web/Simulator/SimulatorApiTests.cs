using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Switchhook.Tests.Web.Api;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Simulator;

/// <summary>Moving the simulated parties over the API.</summary>
public sealed class SimulatorApiTests
{
    private const string Api = "/api/v1/simulator";

    // The smallest file that begins as a WAV file.
    private static readonly byte[] Wav = [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8];

    [Fact]
    public async Task A_line_is_rung_with_a_number_a_name_and_a_sample()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Program().PostAsJsonAsync(
            $"{Api}/lines/main-1/ring", new { number = "+1 312 555 0142", name = "Ann Clark", sample = "yes" });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(["ring main-1 number +13125550142 name Ann Clark"], web.Box.Simulator.Told);
        Assert.Equal("yes", web.Box.Simulator.LastSpeech!.Sample);
    }

    [Fact]
    public async Task A_line_is_rung_with_a_wav_file_in_a_form()
    {
        await using var web = await TestWeb.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("555"), "number" }, { Sound(Wav), "wav", "hello.wav" } };

        var answer = await web.Program().PostAsync($"{Api}/lines/main-1/ring", form);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(Wav, web.Box.Simulator.LastSpeech!.Wav!.Value.ToArray());
    }

    [Fact]
    public async Task A_button_that_is_not_there_is_told()
    {
        await using var web = await TestWeb.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await web.Program().PostAsync($"{Api}/buttons/day/press", null)).StatusCode);
        Assert.Empty(web.Box.Simulator.Told);
    }

    [Theory]
    [InlineData("lines/main-1/hang-up", "{}", "hang up main-1")]
    [InlineData("lines/main-1/press", """{"digits":"12*#a"}""", "press main-1 12*#A")]
    [InlineData("lines/main-1/calls-out", """{"farEnd":"busy"}""", "calls out on main-1: Busy, 2 rings")]
    [InlineData("lines/main-1/calls-out", """{"farEnd":"answers","rings":0,"sample":"yes"}""", "calls out on main-1: Answers, 0 rings")]
    [InlineData("lines/main-1/unplug", "", "unplug main-1")]
    [InlineData("lines/main-1/plug", "", "plug main-1")]
    [InlineData("lines/main-1/speak", """{"sample":"yes"}""", "speak main-1")]
    [InlineData("phones/101/lift", "", "lift 101")]
    [InlineData("phones/101/dial", """{"digits":"102"}""", "dial 101 102")]
    [InlineData("phones/101/dial", """{"digits":"102","pulses":true}""", "dial 101 102 with pulses")]
    [InlineData("phones/101/flash", "", "flash 101")]
    [InlineData("phones/101/speak", """{"sample":"appointment"}""", "speak 101")]
    [InlineData("phones/101/hang-up", "", "hang up 101")]
    [InlineData("buttons/night/press", "", "press button night")]
    [InlineData("buttons/night/hold", "", "hold button night")]
    [InlineData("buttons/night/let-go", "", "let go button night")]
    public async Task Each_command_reaches_its_party(string path, string json, string told)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Program().PostAsync($"{Api}/{path}", json.Length == 0 ? null : Json(json));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal([told], web.Box.Simulator.Told);
    }

    [Theory]
    [InlineData("lines/main-1/ring", """{"number":"12a"}""", "number")]
    [InlineData("lines/main-1/ring", """{"number":"1+2"}""", "number")]
    [InlineData("lines/main-1/ring", """{"number":"++1"}""", "number")]
    [InlineData("lines/main-1/ring", """{"number":"+"}""", "number")]
    [InlineData("lines/main-1/ring", """{"number":"123456789012345678901"}""", "number")]
    [InlineData("lines/main-1/ring", """{"name":"12345678901234567890123456789012345678901"}""", "name")]
    [InlineData("lines/main-1/ring", """{"sample":"none"}""", "sample")]
    [InlineData("lines/main-1/ring", """{"numbre":"1"}""", "numbre")]
    [InlineData("lines/main-1/ring", """{"number":1}""", "number")]
    [InlineData("lines/main-1/ring", "{", "body")]
    [InlineData("lines/main-1/calls-out", "{}", "farEnd")]
    [InlineData("lines/main-1/calls-out", """{"farEnd":"Busy"}""", "farEnd")]
    [InlineData("lines/main-1/calls-out", """{"farEnd":"answers","rings":21}""", "rings")]
    [InlineData("lines/main-1/calls-out", """{"farEnd":"answers","sample":"none"}""", "sample")]
    [InlineData("lines/main-1/press", """{"digits":""}""", "digits")]
    [InlineData("phones/101/dial", """{"digits":"A"}""", "digits")]
    [InlineData("phones/101/dial", """{"digits":"1*","pulses":true}""", "digits")]
    [InlineData("phones/101/dial", """{"digits":"123456789012345678901234567890123"}""", "digits")]
    [InlineData("phones/101/speak", "{}", "sample")]
    public async Task Wrong_input_is_told_with_its_place_and_moves_nobody(string path, string json, string place)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Program().PostAsync($"{Api}/{path}", Json(json));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(place, (await answer.JsonAsync()).GetProperty("mistakes")[0].Text("place"));
        Assert.Empty(web.Box.Simulator.Told);
    }

    [Fact]
    public async Task A_file_that_is_no_wav_and_one_that_is_too_large_are_refused()
    {
        await using var web = await TestWeb.StartAsync();
        var program = web.Program();

        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsync($"{Api}/phones/101/speak", Sound([.. "ID3"u8]))).StatusCode);
        var large = new byte[10 * 1024 * 1024 + 1];
        Wav.CopyTo(large, 0);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.PostAsync($"{Api}/phones/101/speak", Sound(large))).StatusCode);
        using var form = new MultipartFormDataContent { { Sound(large), "wav", "large.wav" } };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.PostAsync($"{Api}/phones/101/speak", form)).StatusCode);
        using var huge = new MultipartFormDataContent { { Sound([.. large, .. new byte[1024 * 1024]]), "wav", "huge.wav" } };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.PostAsync($"{Api}/phones/101/speak", huge)).StatusCode);
        var text = await program.PostAsync($"{Api}/phones/101/speak", new StringContent("x"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
        Assert.Empty(web.Box.Simulator.Told);
    }

    [Fact]
    public async Task A_refusal_of_the_simulator_is_told_as_it_is()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Simulator.Refusal = "Phone 101 is on-hook; lift it first.";

        var answer = await web.Program().PostAsync($"{Api}/phones/101/flash", null);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Phone 101 is on-hook; lift it first.", (await answer.JsonAsync()).Text("title"));
    }

    [Fact]
    public async Task What_a_party_heard_is_a_wav_file()
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Program().GetAsync($"{Api}/lines/main-1/heard");

        Assert.Equal("audio/wav", answer.Content.Headers.ContentType!.MediaType);
        var file = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(50, file.Length);
        Assert.Equal("RIFF*\0\0\0WAVEfmt ", Encoding.Latin1.GetString(file, 0, 16));
        Assert.Equal([1, 0, 254, 255, 3, 0], file[44..]);
    }

    [Fact]
    public async Task What_a_party_hears_is_sent_on_until_it_has_gone()
    {
        await using var web = await TestWeb.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/phones/101/heard/live");

        using var answer = await web.Program().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var listening = answer.Content.ReadAsByteArrayAsync();
        var (time, step) = ((ManualTimeProvider)web.Box.Time, TimeSpan.FromMilliseconds(100));
        while (!listening.IsCompleted)
        {
            // Only when the sender waits: a clock that runs away from it would end the stream before it is sent.
            if (time.NextDue - time.Elapsed <= step)
            {
                time.Advance(step);
            }

            await Task.Yield();
        }

        var file = await listening;
        Assert.Equal("RIFF\u00FF\u00FF\u00FF\u00FFWAVEfmt ", Encoding.Latin1.GetString(file, 0, 16));
        var frames = file[44..].Chunk(4).ToList();
        Assert.Equal(3 * 6, frames.Count);
        Assert.Equal([1, 0, 1, 0], frames[5]);
        Assert.Equal([254, 255, 254, 255], frames[11]);
        Assert.Equal([3, 0, 3, 0], frames[17]);
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static ByteArrayContent Sound(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("audio/wav") } };
}
