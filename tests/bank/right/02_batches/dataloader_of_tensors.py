"""PyTorch's own loader, handed back as it is."""
import torch
from torch.utils.data import DataLoader, TensorDataset
def batches(x, y, batch_size):
    return DataLoader(TensorDataset(torch.tensor(x), torch.tensor(y)), batch_size=batch_size, shuffle=False)
