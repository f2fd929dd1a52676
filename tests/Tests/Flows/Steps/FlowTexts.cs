namespace Switchhook.Tests.Flows.Steps;

/// <summary>Site files with flows.</summary>
internal static class FlowTexts
{
    /// <summary>Every step but those of tables; the flows stand in the text that is given.</summary>
    public static string With(string flows) => """
        site: {name: Clinic, country: US, time-zone: America/Chicago}
        lines:
          main-1: {port: fxo1, number: "+1 312 555 0100", route: day}
        phones:
          101: {port: fxs1, name: Front desk, place: Reception}
          102: {port: fxs2, name: Nurse, place: Room 3}
          2103: {port: fxs3, name: Doctor, place: Room 4}
        groups:
          desk: {phones: [101, 102], strategy: ring-all, ring: 10 s, rounds: 1}
        hours:
          office: {mon-fri: "08:00-17:00"}
          never: {sun: "03:00-03:01"}
        agents:
          ana: {name: Ana, code: 11, phone: 101, skills: {chinese: 1}}
          bo: {name: Bo, code: 12, phone: 102}
        grades:
          gold: {head-start: 5 min, numbers: ["+1 312 555 0142"]}
        caller-lists:
          blocked: ["+1 312 555 0666", "+44 20*"]
        queues:
          sales: {agents: [ana, bo], overflow: [{no-agents: yes}]}
        prompts:
          welcome: {say: Welcome.}
          main: {say: For sales press one.}
          number: {say: Please enter your number.}
          question: {say: Are you a customer?}
          sorry: {say: Sorry.}
        surveys:
          opinion:
            questions:
              - {name: kind, prompt: question, keys: 1-3}
              - {name: again, say: Will you call again?, keys: [2, 3], words: {2: yes, 3: no}}
            thanks: {say: Thank you.}
            tries: 2
            wait: 2 s
        line-groups:
          outside: {lines: [main-1]}
        outbound:
          - {prefix: 9, digits: 7-11, over: outside}
        flows:

        """ + flows;
}
