namespace ContactCenter.AgentConsole.Screen;

/// <param name="Edit">Counts her changes.</param>
/// <param name="SavedEdit">The last change that the server has.</param>
/// <param name="Wish">What the caller wished beside an emergency; null while she did not touch it.</param>
internal sealed record NotesDraft(string Text, string? Disposition, int Edit, int SavedEdit, string? Wish = null)
{
    public bool IsUnsaved => Edit > SavedEdit;

    public override string ToString() => $"NotesDraft({Text.Length} characters, edit {Edit}, saved {SavedEdit})";
}
