using System.Text.Json;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>One text of a practice's rules, however it is changed: by hand or by forms. Nothing is in force before she says so.</summary>
internal sealed class RulesDesk(ConsoleApi api, BrowserDesk browser, Guid practiceId)
{
    private readonly string kept = $"rules.{practiceId}";
    private string fromHash = "";
    private string? checkedText;
    private PutRules? sent;
    private Guid key = Guid.NewGuid();

    public event Action? Changed;

    /// <summary>Counts the texts that were taken as a whole: forms that were open upon another text are not about this one.</summary>
    public int Whole { get; private set; }

    public RulesInForce? InForce { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>What was last said about a text; see <see cref="IsChecked"/>.</summary>
    public CheckedRules? Checked { get; private set; }

    /// <summary>Why the last request was refused.</summary>
    public Fault? Fault { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>A kept text was found and is shown again.</summary>
    public bool IsRestored { get; private set; }

    public bool IsDirty => InForce is { } now && now.Text != Text;

    /// <summary>Whether what was said is about this very text.</summary>
    public bool IsChecked => Checked is not null && checkedText == Text;

    public bool HasErrors => Checked?.Faults.Any(f => f.IsError) == true;

    /// <summary>Other rules came into force since she began.</summary>
    public bool IsOutdated => InForce is { } now && now.Hash != fromHash;

    public async Task Load()
    {
        var answer = await api.Get<RulesInForce>(Address);
        Fault = answer.Fault;
        if (answer.Value is not { } rules)
            return;
        InForce = rules;
        Begin(rules);
        if (await Kept() is { } draft && draft.Text != rules.Text)
        {
            (Text, fromHash, IsRestored) = (draft.Text, draft.FromHash, true);
            await Check();
        }
    }

    public async Task Write(string text)
    {
        (Text, IsRestored) = (text, false);
        Whole++;
        Changed?.Invoke();
        await Keep();
    }

    /// <summary>Gives the text up for what is in force.</summary>
    public Task Discard()
    {
        Begin(InForce!);
        Changed?.Invoke();
        return Keep();
    }

    /// <summary>She has seen what is in force now and puts hers over it.</summary>
    public Task Rebase()
    {
        (fromHash, Fault) = (InForce!.Hash, null);
        return Check();
    }

    public async Task Check()
    {
        var text = Text;
        var answer = await Ask<CheckedRules>("check", new CheckRules(text));
        if (answer.Value is { } said)
            (Checked, checkedText) = (said, text);
        Changed?.Invoke();
    }

    /// <summary>Changes a part. Where the part would be faulty the text stays as it is, and the faults are handed back.</summary>
    public async Task<(bool IsDone, IReadOnlyList<RuleFault> Faults)> Edit(RuleEdit edit)
    {
        var answer = await Ask<EditedRules>("edit", new EditRules(Text, edit));
        if (answer.Value is not { } edited)
            return (false, []);
        var before = Checked?.Faults.Where(f => f.IsError).Select(f => (f.Code, f.Sentence)).ToHashSet() ?? [];
        List<RuleFault> own =
            [.. edited.Checked.Faults.Where(f => f.IsError && (IsWithin(f, edited.Field) || !before.Contains((f.Code, f.Sentence))))];
        if (own.Count > 0)
            return (false, own);
        (Text, IsRestored, Checked, checkedText) = (edited.Text, false, edited.Checked, edited.Text);
        Changed?.Invoke();
        await Keep();
        return (true, []);
    }

    public Task<Answer<RehearsedMonth>> Rehearse(string month) => Ask<RehearsedMonth>("rehearse", new RehearseMonth(Text, month));

    /// <summary>Null when it is in force now.</summary>
    public async Task<Fault?> Put(string comment, int confirmed)
    {
        var form = new PutRules(Text, fromHash, comment, confirmed);
        // Another text is another intent; and a refusal is remembered under its key.
        if (sent != form)
            key = Guid.NewGuid();
        (sent, IsBusy) = (form, true);
        var answer = await api.Put<RulesTaken>(Address, form, key);
        IsBusy = false;
        if (answer.Fault is not { } fault)
        {
            sent = null;
            await browser.Keep(kept, "");
            await Load();
        }
        else
        {
            if (!fault.IsUnreachable)
                sent = null;
            if (fault.Code == RulesProblems.Outdated && fault.Current<RulesInForce>(RulesProblems.CurrentField) is { } current)
            {
                InForce = current;
                await Check();
            }
        }

        Changed?.Invoke();
        return answer.Fault;
    }

    public async Task<Answer<List<RulesVersion>>> History() => await api.Get<List<RulesVersion>>($"{Address}/history");

    public Task<Answer<RulesVersionText>> Version(string hash) => api.Get<RulesVersionText>($"{Address}/history/{hash}");

    private static bool IsWithin(RuleFault fault, string? field) =>
        field is not null && fault.Field is { } at
        && (at == field || at.StartsWith($"{field}.", StringComparison.Ordinal) || at.StartsWith($"{field}[", StringComparison.Ordinal));

    private void Begin(RulesInForce rules)
    {
        (Text, fromHash, Checked, checkedText, Fault, IsRestored) = (rules.Text, rules.Hash, rules.Checked, rules.Text, null, false);
        Whole++;
    }

    private async Task<Answer<T>> Ask<T>(string what, object form)
    {
        IsBusy = true;
        var answer = await api.Post<T>($"{Address}/{what}", form);
        (IsBusy, Fault) = (false, answer.Fault);
        Changed?.Invoke();
        return answer;
    }

    private Task Keep() => browser.Keep(kept, IsDirty ? JsonSerializer.Serialize(new RulesDraft(fromHash, Text)) : "");

    private async Task<RulesDraft?> Kept() => await browser.Kept(kept) is { Length: > 0 } text ? JsonSerializer.Deserialize<RulesDraft>(text) : null;

    private string Address => $"api/practices/{practiceId}/rules";
}
