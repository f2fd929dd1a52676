using Switchhook.Hardware.Simulated;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Simulator;

/// <summary>What the far end does with calls out, in the words of the page and in those of the simulated exchange.</summary>
internal static class FarEnds
{
    private static readonly TimeSpan SpeechDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>For the exchange.</summary>
    public static OutgoingBehaviour Behaviour(CallsOut callsOut, ReadOnlyMemory<short> speech) => callsOut.FarEnd switch
    {
        FarEnd.Answers => new OutgoingBehaviour.Answers
        {
            AfterRings = callsOut.Rings,
            Speech = speech,
            SpeechDelay = SpeechDelay,
            LoopSpeech = true,
        },
        FarEnd.NoAnswer => new OutgoingBehaviour.NoAnswer(),
        FarEnd.Busy => new OutgoingBehaviour.Busy(),
        FarEnd.Congestion => new OutgoingBehaviour.Congestion(),
        FarEnd.Unobtainable => new OutgoingBehaviour.Unobtainable(),
    };

    /// <summary>Why a call out does not get through, in words.</summary>
    public static string Refusal(OutgoingBehaviour behaviour) => behaviour switch
    {
        OutgoingBehaviour.Busy => "The far end is busy.",
        OutgoingBehaviour.Unobtainable => "The number does not exist.",
        _ => "There is no path to the number.",
    };

    /// <summary>For the page.</summary>
    public static (FarEnd FarEnd, int Rings) Of(OutgoingBehaviour behaviour) => behaviour switch
    {
        OutgoingBehaviour.Answers answers => (FarEnd.Answers, answers.AfterRings),
        OutgoingBehaviour.NoAnswer => (FarEnd.NoAnswer, 0),
        OutgoingBehaviour.Busy => (FarEnd.Busy, 0),
        OutgoingBehaviour.Congestion => (FarEnd.Congestion, 0),
        _ => (FarEnd.Unobtainable, 0),
    };
}
