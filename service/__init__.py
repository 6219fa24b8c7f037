"""The service that will keep acts and answer questions about them; it stands on ``lexparse``."""
