using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.Storage.Webhooks;
using Switchhook.Testing;
using Switchhook.Tests.Storage;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Hosting;
using Switchhook.Web.Webhooks;

namespace Switchhook.Tests.Web.Webhooks;

/// <summary>What tests of webhooks do.</summary>
internal static class WebhookScene
{
    // Of the limit for an answer, 10 s, this leaves 3 s of real time.
    private const double SmallStep = 0.05;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    public static WebhookStore Hooks(this TestWeb web) => web.Service<Stores>().Webhooks!;

    /// <summary>Makes a webhook by the API.</summary>
    public static async Task<(string Id, string Secret)> HookAsync(
        this TestWeb web, string address, string[] topics, string name = "CRM", string[]? queues = null)
    {
        var answer = await web.Program().PostAsJsonAsync("/api/v1/webhooks", new { name, address, topics, queues });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var made = await answer.JsonAsync();
        return (made.Text("webhook", "id")!, made.Text("secret")!);
    }

    public static Task<JsonElement> ReadAsync(this TestWeb web, string id) => web.Program().JsonAsync($"/api/v1/webhooks/{id}");

    public static async Task DoAsync(this TestWeb web, string id, string what) =>
        Assert.Equal(HttpStatusCode.OK, (await web.Program().PostAsync($"/api/v1/webhooks/{id}/{what}", null)).StatusCode);

    /// <summary>
    /// Moves the clock in steps until something is so; small ones while a delivery is on its way, as its answer takes real time.
    /// </summary>
    /// <param name="web">Whose clock.</param>
    /// <param name="isSo">What is awaited.</param>
    /// <param name="step">How far the clock goes at each look while nothing is on its way, in seconds.</param>
    public static async Task UntilAsync(this TestWeb web, Func<bool> isSo, double step = SmallStep)
    {
        for (var look = 0; look < 2000; look++)
        {
            if (isSo())
            {
                return;
            }

            ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromSeconds(web.IsSending() ? Math.Min(step, SmallStep) : step));
            await Task.Delay(Look, TimeProvider.System);
        }

        Assert.Fail("It was awaited in vain.");
    }

    private static bool IsSending(this TestWeb web) => web.Hooks().List()
        .Any(hook => hook.Waiting > 0 && hook.PausedAt is null && WebhookPatience.IsDue(hook.NextAt, web.Box.Time.GetUtcNow()));

    /// <summary>The box of the same folder after a kill; the first one stays as it was.</summary>
    public static FakeBox Killed(this FakeBox box)
    {
        var copy = StoreBox.CopyAsKilled(box.Folder);
        File.Copy(Path.Combine(box.Folder, "secret.key"), copy.File("secret.key"));
        return new FakeBox(time: box.Time, folder: copy.Path);
    }
}
