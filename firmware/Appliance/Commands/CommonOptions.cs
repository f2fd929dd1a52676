using System.CommandLine;
using System.Net;

namespace Switchhook.Appliance.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>The data folder.</summary>
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "Folder of everything that the box keeps: store, recordings, prompts, secrets.",
        DefaultValueFactory = _ => new DirectoryInfo("var"),
    };

    /// <summary>The address of the web pages and the API.</summary>
    public static Option<IPEndPoint> Http() => Address("--http", "Address and port of the web pages and the API.", 8080);

    /// <summary>The address of SIP.</summary>
    public static Option<IPEndPoint> Sip() => Address("--sip", "Address and port of SIP by UDP and TCP; by TLS on the port above.", 5060);

    private static Option<IPEndPoint> Address(string name, string description, int port) => new(name)
    {
        Description = description,
        HelpName = "ADDR:PORT",
        DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, port),
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
