using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing.Languages.Codes;

/// <summary>What English says about the codes of the phones.</summary>
internal static class EnglishCodes
{
    public static readonly CodeSentences Sentences = new()
    {
        ParkedAt = "The call is parked. To take it, dial {0}.",
        ParkingFull = "All places for parked calls are taken.",
        NoCallToPark = "There is no call on hold that can be parked.",
        ThisPhone = "This is telephone {0}, {1}.",
        Echo = "Please speak. You hear yourself. Press {0} to end.",
        LineInOrder = "Line {0} is in order.",
        LineSilent = "Line {0} has no dial tone.",
        LineDead = "Line {0} is dead.",
        LineInUse = "Line {0} is in use.",
        HelpKeys = "Press {0} for the next code, or {1} to end.",
        Help = new Dictionary<CodeName, string>
        {
            [CodeName.LogIn] = "To begin work at this telephone, dial {0} and your code.",
            [CodeName.LogOut] = "To end your work, dial {0}.",
            [CodeName.Pause] = "To pause, dial {0}.",
            [CodeName.Ready] = "To be ready again, dial {0}.",
            [CodeName.Dispose] = "To note what the last call was about, dial {0} and the number of the word.",
            [CodeName.MoreTime] = "For one more minute after a call, dial {0}.",
            [CodeName.Listen] = "To listen to a colleague, dial {0} and the code of the agent.",
            [CodeName.Release] = "To let a telephone call outside again, dial {0} and its number.",
            [CodeName.Night] = "To switch the night service, dial {0}.",
            [CodeName.DoNotDisturb] = "Not to be disturbed, dial {0}. To end that, dial {1}.",
            [CodeName.ForwardAlways] = "To forward all your calls, dial {0}, the number, and {2}. To end that, dial {1}.",
            [CodeName.ForwardBusy] = "To forward calls while you are busy, dial {0}, the number, and {2}. To end that, dial {1}.",
            [CodeName.ForwardNoAnswer] = "To forward calls that you do not answer, dial {0}, the number, and {2}. To end that, dial {1}.",
            [CodeName.PickUp] = "To take a call that rings in your group, dial {0}.",
            [CodeName.Park] = "To park a call, put it on hold and dial {0}.",
            [CodeName.TakeParked] = "To take a parked call, dial {0} and its place.",
            [CodeName.CallBackLast] = "To call back who called you last, dial {0}.",
            [CodeName.SpeedDial] = "For a short number, dial {0} and its two digits.",
            [CodeName.RecordPrompt] = "To record an announcement, dial {0} and its number.",
            [CodeName.TestPhone] = "To test this telephone, dial {0}.",
            [CodeName.TestLine] = "To test a line, dial {0} and its number.",
            [CodeName.HearOwn] = "To hear your messages, dial {0}.",
            [CodeName.HearOf] = "To hear the messages of another telephone, dial {0} and its number.",
            [CodeName.EmergencyTest] = "To test emergency calls, dial {0}.",
        },
    };
}
