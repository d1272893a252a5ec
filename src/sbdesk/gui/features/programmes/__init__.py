"""The page of programmes: facts, conditions, allotment, recipients and appeal, each with its sentence."""
