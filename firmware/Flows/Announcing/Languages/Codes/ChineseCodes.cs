using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing.Languages.Codes;

/// <summary>What Chinese says about the codes of the phones.</summary>
internal static class ChineseCodes
{
    public static readonly CodeSentences Sentences = new()
    {
        ParkedAt = "通话已驻留。接回请拨 {0}。",
        ParkingFull = "所有驻留位置都已占用。",
        NoCallToPark = "没有可以驻留的保持通话。",
        ThisPhone = "这是话机 {0}，{1}。",
        Echo = "请讲话，您会听到自己的声音。结束请按 {0}。",
        LineInOrder = "线路 {0} 正常。",
        LineSilent = "线路 {0} 没有拨号音。",
        LineDead = "线路 {0} 没有电压。",
        LineInUse = "线路 {0} 正在使用。",
        HelpKeys = "下一个代码请按 {0}，结束请按 {1}。",
        Help = new Dictionary<CodeName, string>
        {
            [CodeName.LogIn] = "在此话机开始工作，请拨 {0} 和您的代码。",
            [CodeName.LogOut] = "结束工作，请拨 {0}。",
            [CodeName.Pause] = "暂停接听，请拨 {0}。",
            [CodeName.Ready] = "恢复接听，请拨 {0}。",
            [CodeName.Dispose] = "记录上一个通话的内容，请拨 {0} 和词语的编号。",
            [CodeName.MoreTime] = "通话后再要一分钟，请拨 {0}。",
            [CodeName.Listen] = "监听同事，请拨 {0} 和座席的代码。",
            [CodeName.Release] = "允许话机重新拨打外线，请拨 {0} 和它的号码。",
            [CodeName.Night] = "切换夜间模式，请拨 {0}。",
            [CodeName.DoNotDisturb] = "开启免打扰，请拨 {0}。关闭请拨 {1}。",
            [CodeName.ForwardAlways] = "转接所有来电，请拨 {0}、号码和 {2}。取消请拨 {1}。",
            [CodeName.ForwardBusy] = "遇忙转接，请拨 {0}、号码和 {2}。取消请拨 {1}。",
            [CodeName.ForwardNoAnswer] = "无人接听时转接，请拨 {0}、号码和 {2}。取消请拨 {1}。",
            [CodeName.PickUp] = "代接同组的来电，请拨 {0}。",
            [CodeName.Park] = "驻留通话，请先保持通话，再拨 {0}。",
            [CodeName.TakeParked] = "接回驻留的通话，请拨 {0} 和位置号。",
            [CodeName.CallBackLast] = "回拨最近的来电，请拨 {0}。",
            [CodeName.SpeedDial] = "拨打缩位号码，请拨 {0} 和两位数字。",
            [CodeName.RecordPrompt] = "录制公告，请拨{0}和公告编号。",
            [CodeName.TestPhone] = "测试此话机，请拨 {0}。",
            [CodeName.TestLine] = "测试线路，请拨 {0} 和线路号。",
            [CodeName.HearOwn] = "收听您的留言，请拨 {0}。",
            [CodeName.HearOf] = "收听其他话机的留言，请拨 {0} 和它的号码。",
            [CodeName.EmergencyTest] = "测试紧急呼叫，请拨 {0}。",
        },
    };
}
