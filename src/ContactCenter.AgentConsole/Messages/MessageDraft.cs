using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Calls;

namespace ContactCenter.AgentConsole.Messages;

/// <summary>The message she is writing for the practice of this call; it stays until the server has it, also when the window was closed.</summary>
internal sealed class MessageDraft(Desk desk, ConsoleApi api) : CallWork(desk, Focus.Of(desk.State))
{
    private Guid key = Guid.NewGuid();

    public string Text { get; set; } = "";

    public string CallBack { get; set; } = "";

    public bool Urgent { get; set; }

    protected override Task Begin(Focus before)
    {
        StartAnew();
        return Task.CompletedTask;
    }

    /// <summary>The key stays until it is sent: a retry after a lost answer is the same message.</summary>
    public async Task<bool> Send(Guid? patientId)
    {
        if (Focus.Practice is not { } practice)
            return false;
        var message = new MessageForPractice(Focus.CallId, patientId, Text.Trim(), Urgent, string.IsNullOrWhiteSpace(CallBack) ? null : CallBack.Trim());
        var answer = await api.Post<object>($"api/practices/{practice.PracticeId}/messages", message, key);
        if (answer.Succeeded)
            StartAnew();
        return answer.Succeeded;
    }

    private void StartAnew()
    {
        (key, Text, Urgent) = (Guid.NewGuid(), "", false);
        CallBack = Focus.Caller?.Number is { } number ? PhoneText.Of(number) : "";
        Tell();
    }
}
