using System.CommandLine;
using Switchhook.Bench.Crash;
using Switchhook.Bench.Media;
using Switchhook.Bench.Micro;
using Switchhook.Bench.Rtp;
using Switchhook.Bench.Sip;
using Switchhook.Bench.Web;

var root = new RootCommand("Measures Switchhook.")
{
    CrashCommand.Create(),
    MediaCommand.Create(),
    MicroCommand.Create(),
    ParserFuzzCommand.Create(),
    RtpCommand.Create(),
    SipCommand.Create(),
    WebBoxCommand.Create(),
    WebCommand.Create(),
};
return await root.Parse(args.Length > 0 ? args : ["--help"]).InvokeAsync();
