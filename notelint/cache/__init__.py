"""What was learnt before, so that nothing is done twice; deleting it is always safe."""
