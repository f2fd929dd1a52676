using Microsoft.Playwright;

namespace Switchhook.BrowserTests.Kit;

/// <summary>One person at one browser: a page of its own, with cookies of its own, and a note of all that goes wrong.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly List<string> _faults = [];

    private Visit(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        Watch(page);
    }

    /// <summary>Its cookies.</summary>
    public IBrowserContext Context { get; }

    /// <summary>Its page.</summary>
    public IPage Page { get; }

    /// <summary>Console errors, script errors and failed answers so far.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_faults)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>Opens a browser for a box.</summary>
    public static async Task<Visit> BeginAsync(IBrowser browser, Uri box, BrowserNewContextOptions options)
    {
        options.BaseURL = box.ToString();
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Limits.Page);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>Opens another page of the same person.</summary>
    public async Task<IPage> OpenAnotherAsync()
    {
        var page = await Context.NewPageAsync();
        Watch(page);
        return page;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Context.DisposeAsync();

    private void Watch(IPage page)
    {
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"console: {message.Text} ({page.Url})");
        page.PageError += (_, error) => Note(true, $"script: {error} ({page.Url})");
        page.Response += (_, response) => Note(response.Status >= 500, $"answer {response.Status}: {response.Url}");
    }

    private void Note(bool isFault, string what)
    {
        if (isFault)
        {
            lock (_faults)
            {
                _faults.Add(what);
            }
        }
    }
}
