using Microsoft.Extensions.Logging;
using Switchhook.Web;
using Switchhook.Web.Certificates;

namespace Switchhook.Appliance.Hosting;

/// <summary>Starts the pages of a box, with its certificates.</summary>
/// <param name="options">The command line.</param>
/// <param name="data">Where keys are kept.</param>
/// <param name="told">Is told in words what a person should know.</param>
internal sealed class BoxWeb(BoxOptions options, DataFolder data, Action<string> told)
{
    /// <summary>Listens and serves.</summary>
    /// <param name="backend">The rest of the box.</param>
    /// <returns>The server, and the authority that browsers are to be told of.</returns>
    /// <exception cref="BoxException">An address cannot be used; the message tells which, and what to do.</exception>
    public async Task<(WebServer Server, BoxAuthority? Authority)> StartAsync(WebBackend backend)
    {
        // Without TLS too: then whoever sets the box up can take the authority along before the box stands in the network.
        var certificates = backend.Secrets is { } secrets ? new BoxCertificates(secrets, BoxNames.Read, backend.Time, TellIfServed) : null;
        var web = new WebOptions(options.Http, data.WebKeys)
        {
            Https = options.Https,
            Certificates = certificates,
            DraftFile = data.FirstRun,
        };
        try
        {
            return (await WebServer.StartAsync(web, backend, CancellationToken.None), certificates?.Authority);
        }
        catch (IOException fault)
        {
            var places = options.Https is { } secured ? $"{options.Http} and {secured}" : $"{options.Http}";
            backend.Logs.CreateLogger("web").LogError(fault, "The web cannot listen on {Address}.", places);
            var cure = options.Https is null ? "--http" : "--http or --https";
            throw new BoxException($"The web cannot listen on {places}: {fault.Message} Give another address with {cure}.");
        }
    }

    private void TellIfServed(string words)
    {
        if (options.Https is not null)
        {
            told(words);
        }
    }
}
