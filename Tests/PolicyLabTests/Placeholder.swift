import PolicyLab
