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
    public static Option<IPEndPoint> Http() => new("--http")
    {
        Description = "Address and port of the web pages and the API.",
        HelpName = "ADDR:PORT",
        DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, 8080),
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (IPEndPoint.TryParse(text, out var address) && text.Contains(':', StringComparison.Ordinal))
            {
                return address;
            }

            result.AddError($"\"{text}\" is not an address with a port; write for example --http 127.0.0.1:8080 or --http [::1]:8080.");
            return null;
        },
    };
}
