namespace ContactCenter.AgentConsole.Booking;

/// <summary>How much of the calendar is on screen.</summary>
public enum AgendaSpan { Day, Week, Month }

/// <summary>What stands side by side.</summary>
public enum AgendaSides { Practitioners, Resources, Places }
