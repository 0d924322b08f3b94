"""The pages, a module for each sort: functions from the view to pages, which compute and word; templates only show."""
