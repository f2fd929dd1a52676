using System.CommandLine;
using System.Net;

namespace Switchhook.Appliance.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    private const int HttpPort = 8080;
    private const int HttpsPort = 8443;
    private const int SipPort = 5060;

    /// <summary>The data folder.</summary>
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "Folder of everything that the box keeps: store, recordings, prompts, secrets.",
        DefaultValueFactory = _ => new DirectoryInfo("var"),
    };

    /// <summary>What a command says that needs a data folder which is there.</summary>
    /// <param name="folder">The one that is not.</param>
    public static string NoData(string folder) => $"There is no data folder {folder}. Give the box's one with --data.";

    /// <summary>The address of the web pages and the API without TLS: on the box itself alone.</summary>
    public static Option<IPEndPoint?> Http()
    {
        var option = Address(
            "--http", "Address and port of the web pages and the API without TLS, on the box itself alone.", HttpPort, Local(HttpPort));
        option.Validators.Add(result =>
        {
            // A wrong address has its own words already.
            if (result.Tokens is [var token] && IPEndPoint.TryParse(token.Value, out var at) && !IPAddress.IsLoopback(at.Address))
            {
                result.AddError(
                    $"{at} can be reached by others, who could read passwords and calls on the way: --http is not encrypted and takes "
                        + $"127.0.0.1 or [::1] alone. Serve the network with --https {new IPEndPoint(at.Address, HttpsPort)}.");
            }
        });
        return option;
    }

    /// <summary>The address of the web pages and the API by TLS; null unless it is given.</summary>
    public static Option<IPEndPoint?> Https() =>
        Address("--https", "Address and port of the web pages and the API by TLS, for the network. Default: none.", HttpsPort, null);

    /// <summary>The address of SIP.</summary>
    public static Option<IPEndPoint?> Sip() =>
        Address("--sip", "Address and port of SIP by UDP and TCP; by TLS on the port above.", SipPort, Local(SipPort));

    private static IPEndPoint Local(int port) => new(IPAddress.Loopback, port);

    private static Option<IPEndPoint?> Address(string name, string description, int port, IPEndPoint? standard) => new(name)
    {
        Description = description,
        HelpName = "ADDR:PORT",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (IPEndPoint.TryParse(text, out var address) && text.Contains(':', StringComparison.Ordinal))
            {
                return address;
            }

            result.AddError(
                $"\"{text}\" is not an address with a port; write for example {name} 127.0.0.1:{port} or {name} [::1]:{port}.");
            return null;
        },
    };
}
