"""Tests of the channels over Twilio."""
