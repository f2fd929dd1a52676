using Switchhook.Site;

namespace Switchhook.Tests.Site;

/// <summary>A right site that says all that can be said of queues and agents; tests replace parts of it.</summary>
internal static class QueueTexts
{
    /// <summary>Its text.</summary>
    public const string Whole = """
        site: {name: Clinic, country: US, time-zone: America/Chicago}
        lines:
          main-1: {port: fxo1, route: day}
        phones:
          101: {port: fxs1, name: Front desk, place: Reception}
        groups: {desk: {phones: [101]}}
        agents:
          ana: {name: Ana Lee, code: 11, phone: 101, skills: {chinese: 1, billing: 3}}
          bo: {name: Bo, code: "012", supervisor: yes}
          chen: {name: Chen, code: 13, outside: "+1 312 555 0177", over: outside}
        pause-reasons: {2: training, 1: lunch}
        grades:
          gold: {head-start: 5 min, numbers: ["+1 312 555 0142", "+13125550143"]}
        hours:
          office: {mon-thu: "08:00-12:00, 13:00-17:30", sat: 9:00-24:00}
        queues:
          appointments:
            hours: office
            agents: [bo, ana, {chen: {after: 30 s}}]
            strategy: fewest-calls
            skills: [billing]
            widen: 40 s
            weight: 3
            service-level: 90% in 15 s
            short-abandon: 0 s
            ring: 25 s
            wrap-up: 2 min
            whisper: yes
            missed: 0
            last-agent: 35 s
            most-waiting: 21
            music: {prompt: calm, messages: [site-hours, welcome], every: 50 s, say: [wait, position]}
            keys: {1: callback, 0: {go: reception}, "*": {go: sorry}}
            callback: {after: 70 s, over: outside, keep: 3 h, times: yes}
            overflow:
              - {no-agents: yes, to: sorry}
              - {waiting: 12}
              - {forecast: 15 min, to: sorry}
              - {closed: yes, to: sorry}
              - {after: 6 min, to: reception}
            dispositions: {02: cancelled, 01: appointment made}
            alarms: {longest-wait: 3 min, waiting: 5, service-level: 70 %, agents: 2}
          plain: {agents: [ana]}
        flows:
          day:
            - queue: appointments
            - queue: {name: plain, head-start: 2 min, skills: [chinese, billing], agent: ana, for: 45 s}
          reception: [ring: desk, go: sorry]
          sorry: [play: closed, go: last]
          last: [queue: {name: plain, agent: ana}]
        prompts:
          welcome: {file: prompts/welcome.wav}
          calm: {file: prompts/welcome.wav}
          site-hours: {say: We are open from eight to five.}
          closed: {say: We are closed.}
        line-groups:
          outside: {lines: [main-1]}
        lamps: {desk-lamp: {shows: appointments}}

        """;

    /// <summary>The site.</summary>
    public static SiteModel Site => SiteTexts.Read(Whole).Model!;

    /// <summary>The site with one part of its text replaced.</summary>
    public static SiteResult With(string old, string current)
    {
        Assert.Contains(old, Whole, StringComparison.Ordinal);
        return SiteTexts.Read(Whole.Replace(old, current, StringComparison.Ordinal));
    }
}
